/** What the kernel alone keeps in columns: tables of its functions, and of what the engine keeps in objects. */
import type { EngineState } from '../engine/engine-state';
import { powerHigh, powerLow } from '../engine/exponential';
import { logarithmHigh, logarithmLow, reciprocal } from '../engine/logarithm';
import type { EdgePolicy } from '../resilience/edge-policy';
import { OpenArrivals } from '../traffic/open-arrivals';
import { logarithmsAt, PolicyKind, powersAt } from './layout';

/** The tables of logarithm and exponential function. */
export function writeFunctionTables(buffer: ArrayBuffer): void {
  const logarithms = new Float64Array(buffer, logarithmsAt, 3 * reciprocal.length);
  reciprocal.forEach((value, i) => {
    logarithms.set([value, logarithmHigh[i], logarithmLow[i]], 3 * i);
  });
  const powers = new Float64Array(buffer, powersAt, 2 * powerHigh.length);
  powerHigh.forEach((value, i) => {
    powers.set([value, powerLow[i]], 2 * i);
  });
}

/** The replicas of all units one after the other, and where each unit's begin. */
export function replicaTables({ unitReplicas }: EngineState) {
  const counts = Int32Array.from(unitReplicas, ({ length }) => length);
  const from = new Int32Array(counts.length);
  for (let unit = 1; unit < from.length; unit++) from[unit] = from[unit - 1] + counts[unit - 1];
  return { from, counts, replicas: Int32Array.from(unitReplicas.flat()) };
}

export function policyTables({ policies }: EngineState) {
  return {
    kinds: Uint8Array.from(policies, kindOf),
    timeoutsMs: Float64Array.from(policies, (policy) => policy?.timeoutMs ?? 0),
  };
}

function kindOf(policy: EdgePolicy | null): PolicyKind {
  if (policy === null) return PolicyKind.none;
  if (policy.hedgeAfterMs >= 0) return PolicyKind.hedged;
  return policy.isUnguarded ? PolicyKind.unguarded : PolicyKind.guarded;
}

/** Arrivals of each journey per ms; 0 where that changes, or the load is not an open one. */
export function steadyRates({ arrivals, program }: EngineState): Float64Array {
  if (!(arrivals instanceof OpenArrivals)) return new Float64Array(program.journeyCount);
  return Float64Array.from(arrivals.curves, ({ steadyRatePerMs }) => steadyRatePerMs);
}
