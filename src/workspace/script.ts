/** The script: what the user does to the run, in the order of simulated time. */
import type { ArchitectureDocument } from '../architecture/document';
import type { Command } from '../simulation/command';
import { type Script, withCommand } from '../simulation/script';
import { isSameWish } from './commands-between';
import {
  withLinkFault,
  withLoadPattern,
  withModuleFault,
  withOriginalPolicy,
  withoutLinkFault,
  withoutModuleFault,
  withoutRelease,
  withoutReplicaFault,
  withoutUnitFault,
  withPolicy,
  withRelease,
  withReplicaFault,
  withScale,
  withUnitCrash,
  withUnitFault,
} from './intervene';
import {
  callKey,
  type Interventions,
  linkKey,
  noInterventions,
  originalArrivalRate,
  originalLoadPattern,
  originalPolicy,
  originalScale,
  replicaKey,
  unitKey,
} from './interventions';

export const noScript: Script = [];

/** How many entries have taken effect by an instant. */
export function entryCountAt(script: Script, timeMs: number): number {
  const later = script.findIndex(({ atMs }) => atMs > timeMs);
  return later < 0 ? script.length : later;
}

/** The script with commands at an instant, after those that it has there already. */
export function withCommands(script: Script, atMs: number, commands: readonly Command[]): Script {
  return commands.reduce((sofar, command) => withCommand(sofar, { atMs, command }), script);
}

/** The script with its entry of that very command at another instant; unchanged without one. */
export function withEntryAt(script: Script, command: Command, atMs: number): Script {
  const entry = script.find((other) => other.command === command);
  if (entry === undefined || entry.atMs === atMs) return script;
  const others = script.filter((other) => other !== entry);
  return withCommands(others, atMs, [command]);
}

/**
 * The commands that `after` has and `before` has not, when that is the only
 * difference and all of them stand at the end of one instant; else `null`.
 */
export function commandsAddedAt(before: Script, after: Script, atMs: number): Command[] | null {
  const addedCount = after.length - before.length;
  const first = entryCountAt(before, atMs);
  const added = after.slice(first, first + addedCount);
  const isSame =
    addedCount > 0 &&
    added.every((entry) => entry.atMs === atMs) &&
    before.every((entry, index) => entry === after[index < first ? index : index + addedCount]);
  return isSame ? added.map(({ command }) => command) : null;
}

/** What the user wishes for at an instant: what the script has done by then and not undone. */
export function interventionsAt(
  document: ArchitectureDocument,
  script: Script,
  timeMs: number,
): Interventions {
  return script
    .slice(0, entryCountAt(script, timeMs))
    .reduce((wishes, { command }) => wishesAfter(document, wishes, command), noInterventions);
}

/** Wishes with what a command does; what equals the document's value is none. */
export function wishesAfter(
  document: ArchitectureDocument,
  wishes: Interventions,
  command: Command,
): Interventions {
  switch (command.kind) {
    case 'replicas':
      return scaled(document, wishes, command.kind, command, command.replicas);
    case 'concurrency':
      return scaled(document, wishes, command.kind, command, command.concurrency);
    case 'release': {
      const { moduleId, strategy, fault } = command;
      return withRelease(wishes, moduleId, { strategy, fault });
    }
    case 'roll-back':
      return withoutRelease(wishes, command.moduleId);
    case 'policy': {
      const { deploymentId, callerId, calleeId, policy } = command;
      const key = callKey(deploymentId, callerId, calleeId);
      return isSameWish(policy, originalPolicy(document, key))
        ? withOriginalPolicy(wishes, key)
        : withPolicy(wishes, key, policy);
    }
    case 'arrival-rate': {
      const { arrivalRatePerSecond } = command;
      const isOriginal = arrivalRatePerSecond === originalArrivalRate(document);
      return { ...wishes, arrivalRatePerSecond: isOriginal ? null : arrivalRatePerSecond };
    }
    case 'load-pattern': {
      const isOriginal = isSameWish(command.pattern, originalLoadPattern(document));
      return withLoadPattern(wishes, isOriginal ? null : command.pattern);
    }
    default:
      return faultsAfter(wishes, command);
  }
}

type FaultCommand = Extract<Command, { kind: `${string}-fault` | 'unit-crash' }>;

function faultsAfter(wishes: Interventions, command: FaultCommand): Interventions {
  switch (command.kind) {
    case 'module-fault': {
      const { moduleId, faultKind, fault } = command;
      return fault === null
        ? withoutModuleFault(wishes, moduleId, faultKind)
        : withModuleFault(wishes, moduleId, fault);
    }
    case 'unit-crash':
      return withUnitCrash(wishes, unitKey(command.deploymentId, command.unitId), command.isDown);
    case 'unit-fault': {
      const key = unitKey(command.deploymentId, command.unitId);
      const { fault, faultKind } = command;
      return fault === null
        ? withoutUnitFault(wishes, key, faultKind)
        : withUnitFault(wishes, key, fault);
    }
    case 'replica-fault': {
      const key = replicaKey(command.deploymentId, command.unitId, command.replicaNumber);
      const { fault, faultKind } = command;
      return fault === null
        ? withoutReplicaFault(wishes, key, faultKind)
        : withReplicaFault(wishes, key, fault);
    }
    case 'link-fault': {
      const key = linkKey(command.callerId, command.calleeId);
      const { fault, faultKind } = command;
      return fault === null
        ? withoutLinkFault(wishes, key, faultKind)
        : withLinkFault(wishes, key, fault);
    }
  }
}

function scaled(
  document: ArchitectureDocument,
  wishes: Interventions,
  kind: 'replicas' | 'concurrency',
  { deploymentId, unitId }: { deploymentId: string; unitId: string },
  value: number,
): Interventions {
  const original = originalScale(document, deploymentId, unitId)?.[kind];
  return withScale(wishes, kind, unitKey(deploymentId, unitId), value === original ? null : value);
}
