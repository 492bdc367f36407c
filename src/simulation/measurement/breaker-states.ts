/** How the circuit breakers stand, edge by edge, and when that changed. */
import type { EngineState } from '../engine/engine-state';
import { BreakerField, BreakerState, breakerFieldCount } from '../frame';
import { BreakerPhase } from '../resilience/circuit-breaker';

/** By edge the worst breaker of the caller's replicas: one of BreakerState. */
export function breakerStates(s: EngineState): Uint8Array {
  const states = new Uint8Array(s.program.edgeCount);
  s.policies.forEach((policy, edge) => {
    if (policy?.breaker) states[edge] = BreakerState.closed;
  });
  for (const replica of s.unitReplicas.flat()) {
    for (const [edge, guard] of s.guards[replica]) {
      if (guard.breaker) {
        states[edge] = Math.max(states[edge], shownPhase[guard.breaker.phase]);
      }
    }
  }
  return states;
}

const shownPhase = {
  [BreakerPhase.closed]: BreakerState.closed,
  [BreakerPhase.halfOpen]: BreakerState.halfOpen,
  [BreakerPhase.open]: BreakerState.open,
} as Record<number, number>;

/** Notes at the end of every window which breakers stand otherwise than before. */
export class BreakerChanges {
  private readonly noted: Uint8Array;
  private rows: number[] = [];

  constructor(edgeCount: number) {
    this.noted = new Uint8Array(edgeCount);
  }

  note(s: EngineState, timeMs: number): void {
    const states = breakerStates(s);
    for (let edge = 0; edge < states.length; edge++) {
      if (states[edge] === this.noted[edge]) continue;
      const row = new Array<number>(breakerFieldCount);
      row[BreakerField.atMs] = timeMs;
      row[BreakerField.edgeIndex] = edge;
      row[BreakerField.state] = states[edge];
      this.rows.push(...row);
      this.noted[edge] = states[edge];
    }
  }

  /** Those since the last time. */
  take(): Float64Array {
    const rows = Float64Array.from(this.rows);
    this.rows = [];
    return rows;
  }
}
