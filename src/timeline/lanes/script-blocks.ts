/** Commands of the script in the language of the document's timeline, and back. */
import type { ArchitectureDocument, FaultEvent, TimelineEvent } from '../../architecture/document';
import type { ReleaseFault } from '../../architecture/timeline';
import type { Command, Fault, LinkFault, TimedCommand } from '../../simulation/command';
import { scriptedFault, scriptedLinkFault } from '../../simulation/scripted-fault';
import { originalArrivalRate } from '../../workspace/interventions';
import type { Happening } from './happening';

export interface ScriptedHappening {
  readonly happening: Happening;
  readonly deploymentId: string | null;
  /** Its own: what takes its place later is not. */
  readonly entries: readonly TimedCommand[];
}

/** What a command begins or ends. Two with the same key replace each other. */
interface Turn {
  key: string;
  deploymentId: string | null;
  /** Without times; `null` where it ends what was. */
  happening: ((atMs: number) => Happening) | null;
}

/** Pairs what begins with what ends it. */
export function scriptedHappenings(
  document: ArchitectureDocument,
  script: readonly TimedCommand[],
): ScriptedHappening[] {
  const found: ScriptedHappening[] = [];
  const open = new Map<string, number>();
  for (const entry of script) {
    const { key, deploymentId, happening } = turnOf(document, entry.command);
    const before = open.get(key);
    if (before !== undefined) {
      const isOwnEnd = happening === null;
      found[before] = ended(found[before], entry, isOwnEnd);
      open.delete(key);
    }
    if (happening === null) continue;
    open.set(key, found.length);
    found.push({ happening: happening(entry.atMs), deploymentId, entries: [entry] });
  }
  return found;
}

/** What ends by another of its kind that takes its place shows no end of its own. */
function ended(
  block: ScriptedHappening,
  entry: TimedCommand,
  isOwnEnd: boolean,
): ScriptedHappening {
  if (!isOwnEnd) return block;
  const { happening } = block;
  const end = 'release' in happening ? { rollbackAtMs: entry.atMs } : { untilMs: entry.atMs };
  return {
    ...block,
    happening: { ...happening, ...end } as Happening,
    entries: [...block.entries, entry],
  };
}

function turnOf(document: ArchitectureDocument, command: Command): Turn {
  switch (command.kind) {
    case 'module-fault':
      return faultTurn(null, { module: command.moduleId }, command);
    case 'unit-fault':
      return faultTurn(command.deploymentId, { unit: command.unitId }, command);
    case 'unit-crash': {
      const fault: Fault | null = command.isDown ? { kind: 'crash' } : null;
      const target = { unit: command.unitId };
      return faultTurn(command.deploymentId, target, { faultKind: 'crash', fault });
    }
    case 'replica-fault': {
      const replica = { unit: command.unitId, number: command.replicaNumber };
      return faultTurn(command.deploymentId, { replica }, command);
    }
    case 'link-fault':
      return faultTurn(null, { link: [command.callerId, command.calleeId] }, command);
    case 'release': {
      const { moduleId, strategy, fault } = command;
      return {
        key: `release ${moduleId}`,
        deploymentId: null,
        happening: (atMs) => ({
          atMs,
          release: moduleId,
          strategy,
          ...(fault === null ? {} : { fault: fault as ReleaseFault }),
        }),
      };
    }
    case 'roll-back':
      return { key: `release ${command.moduleId}`, deploymentId: null, happening: null };
    case 'arrival-rate': {
      const { arrivalRatePerSecond } = command;
      const isOriginal = arrivalRatePerSecond === originalArrivalRate(document);
      return {
        key: 'arrival-rate',
        deploymentId: null,
        happening: isOriginal ? null : (atMs) => ({ atMs, load: { arrivalRatePerSecond } }),
      };
    }
    default:
      return settingTurn(command);
  }
}

/** What holds until it is set anew. */
function settingTurn(
  command: Extract<Command, { kind: 'replicas' | 'concurrency' | 'policy' | 'load-pattern' }>,
): Turn {
  switch (command.kind) {
    case 'load-pattern':
      return {
        key: 'load-pattern',
        deploymentId: null,
        happening: (atMs) => ({ atMs, pattern: command.pattern }),
      };
    case 'policy': {
      const { deploymentId, callerId: caller, calleeId: callee, policy } = command;
      return {
        key: `policy ${deploymentId} ${caller} ${callee}`,
        deploymentId,
        happening: (atMs) => ({ atMs, policy: policy ?? { caller, callee, cancel: false } }),
      };
    }
    default: {
      const { kind, deploymentId, unitId: scale } = command;
      const amount =
        command.kind === 'replicas'
          ? { replicas: command.replicas }
          : { concurrency: command.concurrency };
      return {
        key: `${kind} ${deploymentId} ${scale}`,
        deploymentId,
        happening: (atMs) => ({ atMs, scale, ...amount }) as Happening,
      };
    }
  }
}

function faultTurn(
  deploymentId: string | null,
  target: object,
  { faultKind, fault }: { faultKind: string; fault: Fault | LinkFault | null },
): Turn {
  const key = `${faultKind} ${deploymentId} ${JSON.stringify(target)}`;
  if (fault === null) return { key, deploymentId, happening: null };
  const { kind, ...amount } = fault;
  return {
    key,
    deploymentId,
    happening: (atMs) => ({ atMs, fault: kind, ...target, ...amount }) as FaultEvent,
  };
}

/** The commands that make it happen: its beginning, and its end where it has one. */
export function commandsOf(
  document: ArchitectureDocument,
  happening: Happening,
  deploymentId: string | null,
): TimedCommand[] {
  const { atMs } = happening;
  if ('pattern' in happening) {
    return [{ atMs, command: { kind: 'load-pattern', pattern: happening.pattern } }];
  }
  if ('release' in happening) return releaseCommands(happening);
  if ('scale' in happening) return scaleCommands(happening, deploymentId ?? '');
  if ('policy' in happening) {
    const { caller: callerId, callee: calleeId, ...means } = happening.policy;
    const isOff = Object.keys(means).every((key) => key === 'cancel');
    const policy = isOff ? null : happening.policy;
    const command = { deploymentId: deploymentId ?? '', callerId, calleeId, policy };
    return [{ atMs, command: { kind: 'policy', ...command } }];
  }
  if ('load' in happening) return loadCommands(document, happening);
  return span(atMs, happening.untilMs, (isOn) => faultCommand(happening, deploymentId ?? '', isOn));
}

function span(
  atMs: number,
  untilMs: number | undefined,
  command: (isOn: boolean) => Command,
): TimedCommand[] {
  const begins = { atMs, command: command(true) };
  return untilMs === undefined ? [begins] : [begins, { atMs: untilMs, command: command(false) }];
}

function releaseCommands(event: Extract<TimelineEvent, { release: string }>): TimedCommand[] {
  const { atMs, release: moduleId, strategy, fault = null, rollbackAtMs } = event;
  return span(atMs, rollbackAtMs, (isOn) =>
    isOn ? { kind: 'release', moduleId, strategy, fault } : { kind: 'roll-back', moduleId },
  );
}

function scaleCommands(
  { atMs, scale: unitId, ...amounts }: Extract<Happening, { scale: string }>,
  deploymentId: string,
): TimedCommand[] {
  const { replicas, concurrency } = amounts as { replicas?: number; concurrency?: number };
  const unit = { deploymentId, unitId };
  return [
    ...(replicas === undefined
      ? []
      : [{ atMs, command: { kind: 'replicas' as const, ...unit, replicas } }]),
    ...(concurrency === undefined
      ? []
      : [{ atMs, command: { kind: 'concurrency' as const, ...unit, concurrency } }]),
  ];
}

/** A load that does not come as so many per second has no rate to change. */
function loadCommands(
  document: ArchitectureDocument,
  { atMs, untilMs, load }: Extract<TimelineEvent, { load: unknown }>,
): TimedCommand[] {
  const stated = originalArrivalRate(document);
  if (stated === null) return [];
  const rate = 'factor' in load ? load.factor * stated : load.arrivalRatePerSecond;
  return span(atMs, untilMs, (isOn) => ({
    kind: 'arrival-rate',
    arrivalRatePerSecond: isOn ? rate : stated,
  }));
}

function faultCommand(event: FaultEvent, deploymentId: string, isOn: boolean): Command {
  if ('link' in event) {
    const [callerId, calleeId] = event.link;
    const fault = isOn ? scriptedLinkFault(event) : null;
    return { kind: 'link-fault', callerId, calleeId, faultKind: event.fault, fault };
  }
  const fault = isOn ? scriptedFault(event) : null;
  const { module, unit, replica } = event;
  if (module !== undefined) {
    return { kind: 'module-fault', moduleId: module, faultKind: event.fault, fault };
  }
  if (replica !== undefined) {
    const { unit: unitId, number: replicaNumber } = replica;
    const faultKind = event.fault;
    return { kind: 'replica-fault', deploymentId, unitId, replicaNumber, faultKind, fault };
  }
  const unitId = unit ?? '';
  if (event.fault === 'crash') return { kind: 'unit-crash', deploymentId, unitId, isDown: isOn };
  const faultKind = event.fault;
  return { kind: 'unit-fault', deploymentId, unitId, faultKind, fault: fault as never };
}
