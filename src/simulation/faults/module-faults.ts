/**
 * Slowness and errors of modules and single replicas. Faults that overlap add
 * up (slowness multiplies; errors strike independently), and each heals to
 * exactly the state without it, because the sum is made anew from those left.
 */
import type { EngineState } from '../engine/engine-state';

export interface ActiveFault {
  kind: 'slow' | 'errors';
  /** Times as slow, or chance of an error. */
  amount: number;
  moduleIndex: number;
  /** −1: every replica. */
  replica: number;
}

export class ModuleFaults {
  private active: ActiveFault[] = [];

  add(s: EngineState, fault: ActiveFault): void {
    this.active.push(fault);
    this.settle(s, fault);
  }

  remove(s: EngineState, fault: ActiveFault): void {
    this.active = this.active.filter((other) => other !== fault);
    this.settle(s, fault);
  }

  private settle(s: EngineState, changed: ActiveFault): void {
    let slow = 1;
    let fine = 1;
    for (const fault of this.active) {
      const isSame = fault.moduleIndex === changed.moduleIndex && fault.replica === changed.replica;
      if (!isSame || fault.kind !== changed.kind) continue;
      if (fault.kind === 'slow') slow *= fault.amount;
      else fine *= 1 - fault.amount;
    }
    const slows = changed.replica >= 0 ? s.replicaSlow : s.slowFactor;
    const errors = changed.replica >= 0 ? s.replicaErrors : s.errorRate;
    const index = changed.replica >= 0 ? changed.replica : changed.moduleIndex;
    if (changed.kind === 'slow') slows[index] = slow;
    else errors[index] = 1 - fine;
  }
}
