/** Pure changes of the user's wishes; each gives new interventions and leaves the old alone. */
import type { LoadPatternPoint } from '../architecture/load-pattern';
import type { Policy } from '../architecture/policy';
import type { Fault, FaultKind, LinkFault, LinkFaultKind, UnitFault } from '../simulation/command';
import type {
  CallKey,
  FaultsByKind,
  Interventions,
  LinkKey,
  ReleaseWish,
  ReplicaKey,
  UnitKey,
} from './interventions';

function without<Value>(record: Readonly<Record<string, Value>>, key: string) {
  const { [key]: _removed, ...rest } = record;
  return rest;
}

type FaultRecord<AFault extends { kind: string }> = Readonly<
  Record<string, Readonly<Partial<Record<AFault['kind'], AFault>>>>
>;

function withFault<AFault extends { kind: string }>(
  faults: FaultRecord<AFault>,
  key: string,
  fault: AFault,
): FaultRecord<AFault> {
  return { ...faults, [key]: { ...faults[key], [fault.kind]: fault } };
}

/** A target without any fault is left out. */
function withoutFault<AFault extends { kind: string }>(
  faults: FaultRecord<AFault>,
  key: string,
  kind: AFault['kind'],
): FaultRecord<AFault> {
  const ofTarget = without(faults[key] ?? {}, kind) as FaultRecord<AFault>[string];
  const others = without(faults, key);
  return Object.keys(ofTarget).length === 0 ? others : { ...others, [key]: ofTarget };
}

export function withModuleFault(
  interventions: Interventions,
  moduleId: string,
  fault: Fault,
): Interventions {
  return { ...interventions, moduleFaults: withFault(interventions.moduleFaults, moduleId, fault) };
}

export function withoutModuleFault(
  interventions: Interventions,
  moduleId: string,
  faultKind: FaultKind,
): Interventions {
  const moduleFaults = withoutFault(interventions.moduleFaults, moduleId, faultKind);
  return { ...interventions, moduleFaults };
}

export function withUnitCrash(
  interventions: Interventions,
  key: UnitKey,
  isDown: boolean,
): Interventions {
  const others = without(interventions.unitCrashes, key);
  return { ...interventions, unitCrashes: isDown ? { ...others, [key]: true } : others };
}

/** Every fault of a whole unit by its kind, a crash among them. */
export function unitFaultsOf(
  { unitCrashes, unitFaults }: Pick<Interventions, 'unitCrashes' | 'unitFaults'>,
  key: UnitKey,
): FaultsByKind {
  return unitCrashes[key]
    ? { crash: { kind: 'crash' }, ...unitFaults[key] }
    : (unitFaults[key] ?? {});
}

export function withUnitFault(
  interventions: Interventions,
  key: UnitKey,
  fault: Fault,
): Interventions {
  if (fault.kind === 'crash') return withUnitCrash(interventions, key, true);
  const unitFaults = withFault<UnitFault>(interventions.unitFaults, key, fault);
  return { ...interventions, unitFaults };
}

export function withoutUnitFault(
  interventions: Interventions,
  key: UnitKey,
  faultKind: FaultKind,
): Interventions {
  if (faultKind === 'crash') return withUnitCrash(interventions, key, false);
  const unitFaults = withoutFault<UnitFault>(interventions.unitFaults, key, faultKind);
  return { ...interventions, unitFaults };
}

export function withReplicaFault(
  interventions: Interventions,
  key: ReplicaKey,
  fault: Fault,
): Interventions {
  return { ...interventions, replicaFaults: withFault(interventions.replicaFaults, key, fault) };
}

export function withoutReplicaFault(
  interventions: Interventions,
  key: ReplicaKey,
  faultKind: FaultKind,
): Interventions {
  const replicaFaults = withoutFault(interventions.replicaFaults, key, faultKind);
  return { ...interventions, replicaFaults };
}

export function withLinkFault(
  interventions: Interventions,
  key: LinkKey,
  fault: LinkFault,
): Interventions {
  const linkFaults = withFault<LinkFault>(interventions.linkFaults, key, fault);
  return { ...interventions, linkFaults };
}

export function withoutLinkFault(
  interventions: Interventions,
  key: LinkKey,
  faultKind: LinkFaultKind,
): Interventions {
  const linkFaults = withoutFault<LinkFault>(interventions.linkFaults, key, faultKind);
  return { ...interventions, linkFaults };
}

/** `null` goes back to the document's value. */
export function withScale(
  interventions: Interventions,
  kind: 'replicas' | 'concurrency',
  key: UnitKey,
  value: number | null,
): Interventions {
  const others = without(interventions[kind], key);
  return { ...interventions, [kind]: value === null ? others : { ...others, [key]: value } };
}

/** A new version of a module; a release before it is not taken back but followed by this one. */
export function withRelease(
  interventions: Interventions,
  moduleId: string,
  release: ReleaseWish,
): Interventions {
  return { ...interventions, releases: { ...interventions.releases, [moduleId]: release } };
}

/** Takes the release of a module back. */
export function withoutRelease(interventions: Interventions, moduleId: string): Interventions {
  return { ...interventions, releases: without(interventions.releases, moduleId) };
}

/** The whole policy of a call in one deployment; `null`: the caller does nothing about failures. */
export function withPolicy(
  interventions: Interventions,
  key: CallKey,
  policy: Policy | null,
): Interventions {
  return { ...interventions, policies: { ...interventions.policies, [key]: policy } };
}

/** Goes back to the document's policy. */
export function withOriginalPolicy(interventions: Interventions, key: CallKey): Interventions {
  return { ...interventions, policies: without(interventions.policies, key) };
}

/** `null` goes back to the document's pattern. */
export function withLoadPattern(
  interventions: Interventions,
  loadPattern: readonly LoadPatternPoint[] | null,
): Interventions {
  return { ...interventions, loadPattern };
}

/** Lifts every fault and crash, takes bad releases back, and leaves scaling, policies and traffic as they are. */
export function withoutFaults(interventions: Interventions): Interventions {
  const goodReleases = Object.entries(interventions.releases).filter(
    ([, { fault }]) => fault === null,
  );
  return {
    ...interventions,
    moduleFaults: {},
    unitCrashes: {},
    unitFaults: {},
    replicaFaults: {},
    linkFaults: {},
    releases: Object.fromEntries(goodReleases),
  };
}
