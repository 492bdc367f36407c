import type { ArchitectureDocument } from '../architecture/document';
import type { Command, Fault, FaultKind } from '../simulation/command';

/** `deployment/unit`: a unit of one deployment as the key of a record. */
export type UnitKey = `${string}/${string}`;

/**
 * What the user wants to be different from the document right now. It says what
 * holds, not what happened: the engine's commands are derived from it.
 */
export interface Interventions {
  /** By module id; a module has at most one fault of each kind, in every deployment alike. */
  readonly moduleFaults: Readonly<Record<string, Readonly<Partial<Record<FaultKind, Fault>>>>>;
  readonly unitCrashes: Readonly<Record<UnitKey, true>>;
  readonly replicas: Readonly<Record<UnitKey, number>>;
  readonly concurrency: Readonly<Record<UnitKey, number>>;
  /** Requests per second; `null` keeps the document's load. */
  readonly arrivalRatePerSecond: number | null;
}

export const noInterventions: Interventions = {
  moduleFaults: {},
  unitCrashes: {},
  replicas: {},
  concurrency: {},
  arrivalRatePerSecond: null,
};

export function unitKey(deploymentId: string, unitId: string): UnitKey {
  return `${deploymentId}/${unitId}`;
}

export function unitOfKey(key: string): { deploymentId: string; unitId: string } {
  const [deploymentId, unitId] = key.split('/');
  return { deploymentId, unitId };
}

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
    ...moduleFaultCommands(before, after),
    ...unitCrashCommands(before, after),
    ...scalingCommands(document, before, after),
    ...arrivalRateCommands(document, before, after),
  ];
}

const faultKinds: readonly FaultKind[] = ['crash', 'slow', 'errors'];

function keysOfBoth(before: object, after: object): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

function moduleFaultCommands(before: Interventions, after: Interventions): Command[] {
  return keysOfBoth(before.moduleFaults, after.moduleFaults).flatMap((moduleId) =>
    faultKinds.flatMap((faultKind): Command[] => {
      const was = before.moduleFaults[moduleId]?.[faultKind] ?? null;
      const fault = after.moduleFaults[moduleId]?.[faultKind] ?? null;
      if (isSameFault(was, fault)) return [];
      return [{ kind: 'module-fault', moduleId, faultKind, fault }];
    }),
  );
}

export function isSameFault(one: Fault | null, other: Fault | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === 'slow' && other.kind === 'slow') return one.factor === other.factor;
  if (one.kind === 'errors' && other.kind === 'errors') return one.rate === other.rate;
  return one.kind === other.kind;
}

function unitCrashCommands(before: Interventions, after: Interventions): Command[] {
  return keysOfBoth(before.unitCrashes, after.unitCrashes).flatMap((key): Command[] => {
    const isDown = key in after.unitCrashes;
    if (isDown === key in before.unitCrashes) return [];
    return [{ kind: 'unit-crash', ...unitOfKey(key), isDown }];
  });
}

function scalingCommands(
  document: ArchitectureDocument,
  before: Interventions,
  after: Interventions,
): Command[] {
  const kinds = ['replicas', 'concurrency'] as const;
  return kinds.flatMap((kind) =>
    keysOfBoth(before[kind], after[kind]).flatMap((key): Command[] => {
      const { deploymentId, unitId } = unitOfKey(key);
      const original = originalScale(document, deploymentId, unitId)?.[kind];
      if (original === undefined) return [];
      const was = before[kind][unitKey(deploymentId, unitId)] ?? original;
      const value = after[kind][unitKey(deploymentId, unitId)] ?? original;
      if (was === value) return [];
      return kind === 'replicas'
        ? [{ kind, deploymentId, unitId, replicas: value }]
        : [{ kind, deploymentId, unitId, concurrency: value }];
    }),
  );
}

/** What the document gives a unit; `undefined` for external units and unknown ones. */
export function originalScale(
  document: ArchitectureDocument,
  deploymentId: string,
  unitId: string,
): { replicas: number; concurrency: number } | undefined {
  const deployment = document.deployments.find(({ id }) => id === deploymentId);
  const unit = deployment?.units.find(({ id }) => id === unitId);
  if (unit === undefined || unit.external) return undefined;
  return { replicas: unit.replicas, concurrency: unit.concurrency };
}

/** Requests per second of the document's own load; `null` where customers come in another way. */
export function originalArrivalRate(document: ArchitectureDocument): number | null {
  return document.load.kind === 'open' ? document.load.arrivalRatePerSecond : null;
}

function arrivalRateCommands(
  document: ArchitectureDocument,
  before: Interventions,
  after: Interventions,
): Command[] {
  const original = originalArrivalRate(document);
  if (original === null) return [];
  const was = before.arrivalRatePerSecond ?? original;
  const arrivalRatePerSecond = after.arrivalRatePerSecond ?? original;
  return was === arrivalRatePerSecond ? [] : [{ kind: 'arrival-rate', arrivalRatePerSecond }];
}
