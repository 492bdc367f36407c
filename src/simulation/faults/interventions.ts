/** What the user changes while a run is under way. */
import type { Command, FaultKind } from '../command';
import type { EngineState } from '../engine/engine-state';
import type { Names } from '../engine/names';
import { setConcurrency } from '../service/concurrency';
import { scaleUnit } from '../service/replicas';
import { beginFault, endFault } from './fault-ledger';

/** Applies a command now. What names another deployment, or nothing here, changes nothing. */
export function applyCommand(s: EngineState, names: Names, command: Command): void {
  if ('deploymentId' in command && command.deploymentId !== names.deploymentId) return;
  switch (command.kind) {
    case 'module-fault':
      setModuleFault(s, names, command);
      return;
    case 'unit-crash': {
      const unit = names.unitIndex(command.unitId);
      if (unit < 0) return;
      const name = `command: unit ${command.unitId}`;
      endFault(s, name);
      if (command.isDown)
        beginFault(s, name, { kind: 'crash', unit, replica: -1, isReadyAtOnce: false });
      return;
    }
    case 'replicas': {
      const unit = names.unitIndex(command.unitId);
      if (unit >= 0) scaleUnit(s, unit, command.replicas);
      return;
    }
    case 'concurrency': {
      const unit = names.unitIndex(command.unitId);
      if (unit >= 0) setConcurrency(s, unit, command.concurrency);
      return;
    }
    case 'arrival-rate': {
      const stated = s.arrivals.statedRatePerSecond;
      if (stated > 0) s.arrivals.setRateFactor(s, command.arrivalRatePerSecond / stated);
      return;
    }
  }
}

function setModuleFault(
  s: EngineState,
  names: Names,
  { moduleId, faultKind, fault }: Command & { kind: 'module-fault' },
): void {
  const moduleIndex = names.moduleIndex(moduleId);
  if (moduleIndex < 0) return;
  const name = commandedFault(moduleId, faultKind);
  endFault(s, name);
  if (fault === null) return;
  if (fault.kind === 'crash') {
    const unit = s.setup.moduleUnit[moduleIndex];
    beginFault(s, name, { kind: 'crash', unit, replica: -1, isReadyAtOnce: false });
  } else {
    const amount = fault.kind === 'slow' ? fault.factor : fault.rate;
    beginFault(s, name, { kind: fault.kind, amount, moduleIndex, replica: -1 });
  }
}

function commandedFault(moduleId: string, kind: FaultKind): string {
  return `command: ${kind} ${moduleId}`;
}
