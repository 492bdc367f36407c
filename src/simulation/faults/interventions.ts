/** What the user changes while a run is under way. */
import type { Command } from '../command';
import type { EngineState } from '../engine/engine-state';
import type { Names } from '../engine/names';
import { switchPolicy } from '../resilience/switch-policy';
import { setConcurrency } from '../service/concurrency';
import { beginRelease, rollBack } from '../service/release';
import { scaleUnit } from '../service/replicas';
import { beginFaults, endFaults } from './fault-ledger';
import { activeFaults, activeLinkFault, struckBy, type Target } from './strike';

/** Applies a command now. What names another deployment, or nothing here, changes nothing. */
export function applyCommand(s: EngineState, names: Names, command: Command): void {
  if ('deploymentId' in command && command.deploymentId !== names.deploymentId) return;
  switch (command.kind) {
    case 'module-fault':
    case 'unit-crash':
    case 'unit-fault':
    case 'replica-fault':
      setFault(s, names, command);
      return;
    case 'link-fault':
      setLinkFault(s, names, command);
      return;
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
    case 'release':
    case 'roll-back':
      setRelease(s, names, command);
      return;
    case 'policy':
      switchPolicy(s, names.edgeIndex(command.callerId, command.calleeId), command.policy);
      return;
    case 'arrival-rate':
      s.arrivals.setRate(s, command.arrivalRatePerSecond);
      return;
    case 'load-pattern':
      s.arrivals.setPattern(s, command.pattern);
      return;
  }
}

type FaultCommand = Command & {
  kind: 'module-fault' | 'unit-crash' | 'unit-fault' | 'replica-fault';
};

/** One fault of a kind on one target: another takes its place, `null` lifts it. */
function setFault(s: EngineState, names: Names, command: FaultCommand): void {
  const target = targetOf(command);
  const isCrash = command.kind === 'unit-crash';
  const faultKind = isCrash ? 'crash' : command.faultKind;
  const name = `command: ${faultKind} ${JSON.stringify(target)}`;
  endFaults(s, name);
  const fault = isCrash ? (command.isDown ? ({ kind: 'crash' } as const) : null) : command.fault;
  const struck = struckBy(s, target, names);
  if (fault === null || struck === null) return;
  beginFaults(s, name, activeFaults(s, fault, struck, names, false));
}

function targetOf(command: FaultCommand): Target {
  if (command.kind === 'module-fault') return { module: command.moduleId };
  const unit = command.unitId;
  if (command.kind !== 'replica-fault') return { unit };
  return { replica: { unit, number: command.replicaNumber } };
}

function setLinkFault(
  s: EngineState,
  names: Names,
  { callerId, calleeId, faultKind, fault }: Command & { kind: 'link-fault' },
): void {
  const edge = names.edgeIndex(callerId, calleeId);
  if (edge < 0) return;
  const name = `command: ${faultKind} ${callerId} > ${calleeId}`;
  endFaults(s, name);
  if (fault !== null) beginFaults(s, name, [activeLinkFault(fault, edge)]);
}

function setRelease(
  s: EngineState,
  names: Names,
  command: Command & { kind: 'release' | 'roll-back' },
): void {
  const moduleIndex = names.moduleIndex(command.moduleId);
  if (moduleIndex < 0) return;
  if (command.kind === 'release') {
    const version = --s.commandedVersion;
    const earlier = s.moduleVersion[moduleIndex] || version;
    s.moduleVersion[moduleIndex] = version;
    const { strategy, fault } = command;
    beginRelease(s, version, { moduleIndex, strategy, fault }, earlier);
  } else if (s.moduleVersion[moduleIndex] < 0) {
    rollBack(s, s.moduleVersion[moduleIndex]);
    s.moduleVersion[moduleIndex] = 0;
  }
}
