/** The engine's commands, derived from what the user wants. */
import type { ArchitectureDocument } from '../architecture/document';
import type { Command, UnitFault } from '../simulation/command';
import {
  callOfKey,
  type Interventions,
  linkOfKey,
  noInterventions,
  originalArrivalRate,
  originalLoadPattern,
  originalPolicy,
  originalScale,
  replicaOfKey,
  unitOfKey,
} from './interventions';

/** The commands that bring a run of `document` at time 0 to what the user wants. */
export function commandsFor(document: ArchitectureDocument, wanted: Interventions): Command[] {
  return commandsBetween(document, noInterventions, wanted);
}

/**
 * The commands that lead a run from one set of wishes to another; none where
 * nothing changed. What is no longer wished for goes back to the document's value.
 */
export function commandsBetween(
  document: ArchitectureDocument,
  before: Interventions,
  after: Interventions,
): Command[] {
  return [
    ...faultCommands(before, after),
    ...scalingCommands(document, before, after),
    ...releaseCommands(before, after),
    ...policyCommands(document, before, after),
    ...loadCommands(document, before, after),
  ];
}

interface Change<Value> {
  key: string;
  value: Value | undefined;
}

/** What differs between two records, by key; in the order in which the keys came up. */
function changesBetween<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): Change<Value>[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !isSameWish(before[key], after[key]))
    .map((key) => ({ key, value: after[key] }));
}

/** Wishes are plain data, written in the same order wherever they come from. */
export function isSameWish(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

interface FaultChange<Kind, AFault> {
  key: string;
  faultKind: Kind;
  fault: AFault | null;
}

/** Records of faults by target and kind, compared fault by fault. */
function faultChanges<Kind extends string, AFault>(
  before: Readonly<Record<string, Readonly<Partial<Record<Kind, AFault>>>>>,
  after: Readonly<Record<string, Readonly<Partial<Record<Kind, AFault>>>>>,
): FaultChange<Kind, AFault>[] {
  return changesBetween(before, after).flatMap(({ key, value }) =>
    changesBetween<AFault | undefined>(before[key] ?? {}, value ?? {}).map((change) => ({
      key,
      faultKind: change.key as Kind,
      fault: change.value ?? null,
    })),
  );
}

function faultCommands(before: Interventions, after: Interventions): Command[] {
  return [
    ...faultChanges(before.moduleFaults, after.moduleFaults).map(
      ({ key: moduleId, ...rest }): Command => ({ kind: 'module-fault', moduleId, ...rest }),
    ),
    ...changesBetween(before.unitCrashes, after.unitCrashes).map(
      ({ key, value }): Command => ({
        kind: 'unit-crash',
        ...unitOfKey(key),
        isDown: value === true,
      }),
    ),
    ...faultChanges<UnitFault['kind'], UnitFault>(before.unitFaults, after.unitFaults).map(
      ({ key, ...rest }): Command => ({ kind: 'unit-fault', ...unitOfKey(key), ...rest }),
    ),
    ...faultChanges(before.replicaFaults, after.replicaFaults).map(
      ({ key, ...rest }): Command => ({ kind: 'replica-fault', ...replicaOfKey(key), ...rest }),
    ),
    ...faultChanges(before.linkFaults, after.linkFaults).map(
      ({ key, ...rest }): Command => ({ kind: 'link-fault', ...linkOfKey(key), ...rest }),
    ),
  ];
}

function scalingCommands(
  document: ArchitectureDocument,
  before: Interventions,
  after: Interventions,
): Command[] {
  const kinds = ['replicas', 'concurrency'] as const;
  return kinds.flatMap((kind) =>
    changesBetween(before[kind], after[kind]).flatMap(({ key, value }): Command[] => {
      const { deploymentId, unitId } = unitOfKey(key);
      const original = originalScale(document, deploymentId, unitId)?.[kind];
      if (original === undefined) return [];
      const was = (before[kind] as Readonly<Record<string, number>>)[key] ?? original;
      const wanted = value ?? original;
      if (was === wanted) return [];
      return kind === 'replicas'
        ? [{ kind, deploymentId, unitId, replicas: wanted }]
        : [{ kind, deploymentId, unitId, concurrency: wanted }];
    }),
  );
}

function releaseCommands(before: Interventions, after: Interventions): Command[] {
  return changesBetween(before.releases, after.releases).map(
    ({ key: moduleId, value }): Command =>
      value === undefined
        ? { kind: 'roll-back', moduleId }
        : { kind: 'release', moduleId, ...value },
  );
}

function policyCommands(
  document: ArchitectureDocument,
  before: Interventions,
  after: Interventions,
): Command[] {
  return changesBetween(before.policies, after.policies).flatMap(({ key, value }): Command[] => {
    const original = originalPolicy(document, key);
    const earlier = (before.policies as Readonly<Record<string, typeof original>>)[key];
    const was = earlier === undefined ? original : earlier;
    const policy = value === undefined ? original : value;
    return isSameWish(was, policy) ? [] : [{ kind: 'policy', ...callOfKey(key), policy }];
  });
}

function loadCommands(
  document: ArchitectureDocument,
  before: Interventions,
  after: Interventions,
): Command[] {
  const rate = originalArrivalRate(document);
  const pattern = originalLoadPattern(document);
  if (rate === null || pattern === null) return [];
  const commands: Command[] = [];
  const wantedRate = after.arrivalRatePerSecond ?? rate;
  if ((before.arrivalRatePerSecond ?? rate) !== wantedRate) {
    commands.push({ kind: 'arrival-rate', arrivalRatePerSecond: wantedRate });
  }
  const wantedPattern = after.loadPattern ?? pattern;
  if (!isSameWish(before.loadPattern ?? pattern, wantedPattern)) {
    commands.push({ kind: 'load-pattern', pattern: wantedPattern });
  }
  return commands;
}
