/** What changes a run from outside: the user's commands and the document's timeline. */
import type { Cut } from '../../architecture/cut';
import type { ArchitectureDocument } from '../../architecture/document';
import type { Command, Fault } from '../command';
import type { EngineState } from '../engine/engine-state';
import { setConcurrency } from '../service/concurrency';
import { scaleUnit } from '../service/replicas';
import { crashAndRestart, crashUnit, holdUnitDown, liftHold } from './crash';
import { type ActiveFault, ModuleFaults } from './module-faults';

/** Whom a fault strikes: exactly one of the three. */
export interface FaultTarget {
  module?: string;
  unit?: string;
  replica?: { unit: string; number: number };
}

export class Interventions {
  readonly moduleFaults = new ModuleFaults();
  /** Faults that commands have set and may lift, by module and kind. */
  private readonly commanded = new Map<string, () => void>();
  private readonly unitIndices: Map<string, number>;
  private readonly moduleIndices: Map<string, number>;

  constructor(
    private readonly s: EngineState,
    document: ArchitectureDocument,
    private readonly cut: Cut,
  ) {
    this.unitIndices = new Map(cut.units.map(({ id }, index) => [id, index]));
    this.moduleIndices = new Map(document.modules.map(({ id }, index) => [id, index]));
  }

  /** Index of a unit, −1 in deployments that do not have it. */
  unitIndex(unitId: string): number {
    return this.unitIndices.get(unitId) ?? -1;
  }

  moduleIndex(moduleId: string): number {
    return this.moduleIndices.get(moduleId) ?? -1;
  }

  /** Index of the call edge of a pair of modules, −1 where there is none. */
  edgeOf({ caller, callee }: { caller: string; callee: string }): number {
    return this.cut.edgeIndexOf(caller, callee);
  }

  /** The unit that an event strikes, −1 when it is not here. */
  unitOf(target: FaultTarget): number {
    if (target.module !== undefined) {
      const moduleIndex = this.moduleIndex(target.module);
      return moduleIndex < 0 ? -1 : this.s.setup.moduleUnit[moduleIndex];
    }
    return this.unitIndex(target.unit ?? target.replica?.unit ?? '');
  }

  /** The modules that an event strikes: one, or all of a unit. */
  modulesOf(target: FaultTarget): number[] {
    if (target.module !== undefined) return [this.moduleIndex(target.module)];
    const unit = this.unitIndex(target.unit ?? '');
    return unit < 0 ? [] : this.cut.units[unit].modules.map((id) => this.moduleIndex(id));
  }

  /** Applies a command now. What names another deployment, or nothing here, changes nothing. */
  apply(command: Command): void {
    const { s } = this;
    if ('deploymentId' in command && command.deploymentId !== this.cut.deployment.id) return;
    switch (command.kind) {
      case 'module-fault':
        this.setModuleFault(command.moduleId, command.faultKind, command.fault);
        return;
      case 'unit-crash': {
        const unit = this.unitIndex(command.unitId);
        if (unit < 0) return;
        const begin = () => this.hold(unit, false);
        this.setCommanded(`unit ${command.unitId}`, command.isDown ? begin : null);
        return;
      }
      case 'replicas': {
        const unit = this.unitIndex(command.unitId);
        if (unit >= 0 && !s.setup.units[unit].isUnlimited) scaleUnit(s, unit, command.replicas);
        return;
      }
      case 'concurrency': {
        const unit = this.unitIndex(command.unitId);
        if (unit >= 0) setConcurrency(s, unit, command.concurrency);
        return;
      }
      case 'arrival-rate': {
        const stated = s.setup.arrivals.statedRatePerSecond;
        if (stated > 0) s.setup.arrivals.setRateFactor(s, command.arrivalRatePerSecond / stated);
        return;
      }
    }
  }

  private setModuleFault(moduleId: string, kind: string, fault: Fault | null): void {
    const moduleIndex = this.moduleIndex(moduleId);
    if (moduleIndex < 0) return;
    const begin = fault && (() => this.begin(moduleIndex, fault));
    this.setCommanded(`${kind} ${moduleId}`, begin);
  }

  /** Ends what was set under this name, and begins anew unless it is lifted. */
  private setCommanded(name: string, begin: (() => () => void) | null): void {
    this.commanded.get(name)?.();
    this.commanded.delete(name);
    if (begin) this.commanded.set(name, begin());
  }

  /** Begins a fault of a module; returns what ends it. */
  private begin(moduleIndex: number, fault: Fault): () => void {
    if (fault.kind === 'crash') return this.hold(this.s.setup.moduleUnit[moduleIndex], false);
    const amount = fault.kind === 'slow' ? fault.factor : fault.rate;
    return this.strike({ kind: fault.kind, amount, moduleIndex, replica: -1 });
  }

  /** Slowness or errors from now on; returns what heals them. */
  strike(fault: ActiveFault): () => void {
    this.moduleFaults.add(this.s, fault);
    return () => this.moduleFaults.remove(this.s, fault);
  }

  /** Takes a unit down; returns what brings it back, ready at once or after its start-up. */
  hold(unit: number, isReadyAtOnce: boolean): () => void {
    holdUnitDown(this.s, unit);
    return () => liftHold(this.s, unit, isReadyAtOnce);
  }

  crashOnce(unit: number, replicaNumber: number | null): void {
    const replica = replicaNumber === null ? -1 : this.replicaAt(unit, replicaNumber);
    if (replicaNumber === null) crashUnit(this.s, unit);
    else if (replica >= 0) crashAndRestart(this.s, replica);
  }

  /** The n-th replica of a unit, from 1; −1 when there are fewer. */
  replicaAt(unit: number, number: number): number {
    return this.s.unitReplicas[unit][number - 1] ?? -1;
  }
}
