import type { EngineState } from '../engine/engine-state';

/** Time for which breakers were open so far, ms, by edge, summed over the callers' replicas. */
export function openCircuitMs(s: EngineState, nowMs: number): Float64Array {
  const openMs = Float64Array.from(s.callTotals.circuitOpenMs);
  for (const replica of s.unitReplicas.flat()) {
    for (const [edge, guard] of s.guards[replica]) {
      if (guard.breaker) openMs[edge] += guard.breaker.openMs(nowMs);
    }
  }
  return openMs;
}
