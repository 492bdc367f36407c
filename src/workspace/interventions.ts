import type { ArchitectureDocument } from '../architecture/document';
import type { LoadPatternPoint } from '../architecture/load-pattern';
import type { Policy } from '../architecture/policy';
import type {
  Fault,
  FaultKind,
  LinkFault,
  LinkFaultKind,
  ReleaseStrategy,
  UnitFault,
} from '../simulation/command';

/** `deployment/unit`: a unit of one deployment as the key of a record. */
export type UnitKey = `${string}/${string}`;

/** `deployment/unit/number`: one of its replicas, counted from 1. */
export type ReplicaKey = `${UnitKey}/${number}`;

/** `caller>callee`: the network between two modules, in every deployment alike. */
export type LinkKey = `${string}>${string}`;

/** `deployment/caller>callee`: a call of one deployment. */
export type CallKey = `${string}/${LinkKey}`;

/** At most one fault of each kind. */
export type FaultsByKind = Readonly<Partial<Record<FaultKind, Fault>>>;

/** A release under way or done that is not to be taken back. */
export interface ReleaseWish {
  readonly strategy: ReleaseStrategy;
  /** What is wrong with the new version. */
  readonly fault: Fault | null;
}

/**
 * What the user wants to be different from the document right now. It says what
 * holds, not what happened: the engine's commands are derived from it.
 */
export interface Interventions {
  /** By module id, in every deployment alike. */
  readonly moduleFaults: Readonly<Record<string, FaultsByKind>>;
  readonly unitCrashes: Readonly<Record<UnitKey, true>>;
  /** A whole unit: each of its modules. */
  readonly unitFaults: Readonly<
    Record<UnitKey, Readonly<Partial<Record<UnitFault['kind'], UnitFault>>>>
  >;
  readonly replicaFaults: Readonly<Record<ReplicaKey, FaultsByKind>>;
  readonly linkFaults: Readonly<
    Record<LinkKey, Readonly<Partial<Record<LinkFaultKind, LinkFault>>>>
  >;
  readonly replicas: Readonly<Record<UnitKey, number>>;
  readonly concurrency: Readonly<Record<UnitKey, number>>;
  /** By module id, in every deployment alike. */
  readonly releases: Readonly<Record<string, ReleaseWish>>;
  /** What stands in place of the document's policy; `null`: none at all. */
  readonly policies: Readonly<Record<CallKey, Policy | null>>;
  /** Requests per second; `null` keeps the document's load. */
  readonly arrivalRatePerSecond: number | null;
  /** In place of the document's, by times of the run; `null` keeps that. */
  readonly loadPattern: readonly LoadPatternPoint[] | null;
}

export const noInterventions: Interventions = {
  moduleFaults: {},
  unitCrashes: {},
  unitFaults: {},
  replicaFaults: {},
  linkFaults: {},
  replicas: {},
  concurrency: {},
  releases: {},
  policies: {},
  arrivalRatePerSecond: null,
  loadPattern: null,
};

export function unitKey(deploymentId: string, unitId: string): UnitKey {
  return `${deploymentId}/${unitId}`;
}

export function unitOfKey(key: string): { deploymentId: string; unitId: string } {
  const [deploymentId, unitId] = key.split('/');
  return { deploymentId, unitId };
}

export function replicaKey(
  deploymentId: string,
  unitId: string,
  replicaNumber: number,
): ReplicaKey {
  return `${unitKey(deploymentId, unitId)}/${replicaNumber}`;
}

export function replicaOfKey(key: string): {
  deploymentId: string;
  unitId: string;
  replicaNumber: number;
} {
  return { ...unitOfKey(key), replicaNumber: Number(key.split('/')[2]) };
}

export function linkKey(callerId: string, calleeId: string): LinkKey {
  return `${callerId}>${calleeId}`;
}

export function linkOfKey(key: string): { callerId: string; calleeId: string } {
  const [callerId, calleeId] = key.split('>');
  return { callerId, calleeId };
}

export function callKey(deploymentId: string, callerId: string, calleeId: string): CallKey {
  return `${deploymentId}/${linkKey(callerId, calleeId)}`;
}

export function callOfKey(key: string): {
  deploymentId: string;
  callerId: string;
  calleeId: string;
} {
  const [deploymentId, link] = key.split('/');
  return { deploymentId, ...linkOfKey(link) };
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

/** The document's policy of a call; `null` where it has none. */
export function originalPolicy(document: ArchitectureDocument, key: string): Policy | null {
  const { deploymentId, callerId, calleeId } = callOfKey(key);
  const deployment = document.deployments.find(({ id }) => id === deploymentId);
  const policy = deployment?.policies.find(
    ({ caller, callee }) => caller === callerId && callee === calleeId,
  );
  return policy ?? null;
}

/** Requests per second of the document's own load; `null` where customers come in another way. */
export function originalArrivalRate(document: ArchitectureDocument): number | null {
  return document.load.kind === 'open' ? document.load.arrivalRatePerSecond : null;
}

/** How the document's own load changes; `null` where customers come in another way. */
export function originalLoadPattern(
  document: ArchitectureDocument,
): readonly LoadPatternPoint[] | null {
  return document.load.kind === 'open' ? document.load.pattern : null;
}
