import { nearest } from '../nearest';
import {
  entriesOf,
  type Fields,
  fieldsOf,
  type Outline,
  type OutlineEvent,
  policyOf,
} from '../outline';
import { pathInto } from '../path';
import type { Report } from '../problem';
import type { References } from './references';

const targetFaults: readonly unknown[] = ['crash', 'slow', 'errors', 'leak', 'hog'];
const targetKeys = ['module', 'unit', 'replica'] as const;

/** Timeline events strike what exists, and end after they begin. */
export function checkTimeline(outline: Outline, references: References, report: Report): void {
  const units = unitsIn(outline);
  for (const event of outline.events) {
    checkTimes(event, report);
    const { fields, path } = event;
    switch (event.kind) {
      case 'fault':
        checkTarget(event, references, units, report);
        checkLink(event, references);
        break;
      case 'scale':
        checkUnitOf(fields, 'scale', path, units, report);
        break;
      case 'release':
        checkModuleOf(fields, 'release', path, references);
        break;
      case 'policy':
        checkPolicy(event, references);
        break;
      case 'load':
        checkRate(outline, event, report);
        break;
    }
  }
}

interface Units {
  /** The most replicas that a unit has in any deployment, by id. */
  replicasMax: Map<string, number>;
  hasAll: boolean;
}

function unitsIn(outline: Outline): Units {
  const replicasMax = new Map<string, number>();
  for (const { id, fields } of outline.deployments.flatMap(({ units }) => units)) {
    const most = Math.max(
      Number(fields.replicas ?? 1),
      Number(fieldsOf(fields.autoscaler)?.max ?? 0),
    );
    replicasMax.set(id, Math.max(replicasMax.get(id) ?? 0, most));
  }
  for (const { kind, fields } of outline.events) {
    const known = kind === 'scale' && replicasMax.get(String(fields.scale));
    if (known) replicasMax.set(String(fields.scale), Math.max(known, Number(fields.replicas)));
  }
  const hasAll = outline.deployments.every(({ hasAllUnits, isDraft }) => hasAllUnits || isDraft);
  return { replicasMax, hasAll };
}

function checkTimes({ fields, path }: OutlineEvent, report: Report): void {
  for (const field of ['untilMs', 'rollbackAtMs']) {
    const { atMs, [field]: untilMs } = fields;
    if (typeof atMs !== 'number' || typeof untilMs !== 'number' || untilMs > atMs) continue;
    report(pathInto(path, field), 'until-before', { field, untilMs, atMs });
  }
}

function checkModuleOf(fields: Fields, key: string, path: string, references: References): void {
  const id = fields[key];
  if (typeof id === 'string') references.checkModule(pathInto(path, key), id);
}

function checkUnitOf(
  fields: Fields,
  key: string,
  path: string,
  { replicasMax, hasAll }: Units,
  report: Report,
): void {
  const id = fields[key];
  if (typeof id !== 'string' || replicasMax.has(id) || !hasAll) return;
  const known = [...replicasMax.keys()];
  report(pathInto(path, key), 'unknown-unit', { id, suggestion: nearest(id, known), known });
}

function checkTarget(
  { fields, path }: OutlineEvent,
  references: References,
  units: Units,
  report: Report,
): void {
  if (!targetFaults.includes(fields.fault)) return;
  const found = targetKeys.filter((key) => fields[key] !== undefined);
  if (found.length !== 1) report(path, 'event-target', { found });
  checkModuleOf(fields, 'module', path, references);
  checkUnitOf(fields, 'unit', path, units, report);
  const replica = fieldsOf(fields.replica);
  if (!replica) return;
  const replicaPath = pathInto(path, 'replica');
  checkUnitOf(replica, 'unit', replicaPath, units, report);
  const { unit, number } = replica;
  const replicas = units.replicasMax.get(String(unit));
  if (replicas === undefined || typeof number !== 'number' || !(number > replicas)) return;
  report(pathInto(replicaPath, 'number'), 'unknown-replica', {
    unitId: String(unit),
    number,
    replicas,
  });
}

function checkLink({ fields, path }: OutlineEvent, references: References): void {
  const ends = entriesOf(fields, 'link', path);
  for (const { path: endPath, value } of ends) {
    if (typeof value === 'string') references.checkModule(endPath, value);
  }
  const [caller, callee] = ends.map(({ value }) => value);
  if (ends.length !== 2 || typeof caller !== 'string' || typeof callee !== 'string') return;
  references.checkCall(pathInto(path, 'link'), caller, callee);
}

function checkPolicy({ fields, path }: OutlineEvent, references: References): void {
  const policy = policyOf({ path: pathInto(path, 'policy'), value: fields.policy });
  if (!policy) return;
  references.checkModule(pathInto(policy.path, 'caller'), policy.caller);
  references.checkModule(pathInto(policy.path, 'callee'), policy.callee);
  references.checkCall(policy.path, policy.caller, policy.callee);
}

function checkRate({ load }: Outline, { fields, path }: OutlineEvent, report: Report): void {
  const hasRate = fieldsOf(fields.load)?.arrivalRatePerSecond !== undefined;
  if (!hasRate || (load.kind !== 'closed' && load.kind !== 'replay')) return;
  report(pathInto(path, 'load'), 'rate-without-open-load', { loadKind: load.kind });
}
