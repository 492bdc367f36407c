/** Pure changes of the user's wishes; each gives new interventions and leaves the old alone. */
import type { Fault, FaultKind } from '../simulation/command';
import type { Interventions, UnitKey } from './interventions';

function without<Value>(record: Readonly<Record<string, Value>>, key: string) {
  const { [key]: _removed, ...rest } = record;
  return rest;
}

export function withModuleFault(
  interventions: Interventions,
  moduleId: string,
  fault: Fault,
): Interventions {
  const ofModule = { ...interventions.moduleFaults[moduleId], [fault.kind]: fault };
  return {
    ...interventions,
    moduleFaults: { ...interventions.moduleFaults, [moduleId]: ofModule },
  };
}

export function withoutModuleFault(
  interventions: Interventions,
  moduleId: string,
  faultKind: FaultKind,
): Interventions {
  const ofModule = without(interventions.moduleFaults[moduleId] ?? {}, faultKind);
  const others = without(interventions.moduleFaults, moduleId);
  const isHealthy = Object.keys(ofModule).length === 0;
  return {
    ...interventions,
    moduleFaults: isHealthy ? others : { ...others, [moduleId]: ofModule },
  };
}

export function withUnitCrash(
  interventions: Interventions,
  key: UnitKey,
  isDown: boolean,
): Interventions {
  const others = without(interventions.unitCrashes, key);
  return { ...interventions, unitCrashes: isDown ? { ...others, [key]: true } : others };
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

/** Lifts every fault and crash and leaves scaling and traffic as they are. */
export function withoutFaults(interventions: Interventions): Interventions {
  return { ...interventions, moduleFaults: {}, unitCrashes: {} };
}
