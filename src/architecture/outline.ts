import { type ModuleKind, moduleKinds } from './module';
import { pathInto } from './path';
import { type TimelineEventKind, timelineEventKindOf } from './timeline';

/**
 * What can be read of a value that may not be a valid document: the ids and
 * what refers to them, each with its path. The rules work on this and not on
 * the schema's output, so that they also speak about a document in which a
 * field elsewhere is wrong. What cannot be read is left out, and marked, so
 * that nobody reports what follows from it.
 */
export interface Outline {
  modules: OutlineModule[];
  /** Whether every entry of `modules` shows its id; if not, an unknown id may be among the rest. */
  hasAllModules: boolean;
  journeys: OutlineJourney[];
  hasAllJourneys: boolean;
  load: { path: string; kind: string | null; value: Fields };
  deployments: OutlineDeployment[];
  events: OutlineEvent[];
}

export interface OutlineModule {
  path: string;
  id: string;
  kind: ModuleKind | null;
  /** By name; null where they cannot be read. */
  operations: Map<string, OutlineOperation> | null;
}

export interface OutlineOperation {
  path: string;
  /** Its own steps, those in parallel branches included. */
  stepCount: number;
  calls: OutlineCall[];
}

export interface OutlineCall {
  path: string;
  /** `module.operation` as written. */
  reference: string;
  isAsync: boolean;
  isDelivery: boolean;
}

export interface OutlineJourney {
  path: string;
  id: string;
  entry: string | null;
  share: unknown;
}

export interface OutlineDeployment {
  path: string;
  id: string;
  units: OutlineUnit[];
  /** Whether every unit shows its id and its modules; never so in a draft. */
  hasAllUnits: boolean;
  /** Not written out yet: `units: []`. */
  isDraft: boolean;
  application: Mention[];
  policies: OutlinePolicy[];
}

export interface OutlineUnit {
  path: string;
  id: string;
  modules: Mention[];
  isExternal: boolean;
  fields: Fields;
}

/** An id that stands somewhere. */
export interface Mention {
  path: string;
  id: string;
}

export interface OutlinePolicy {
  path: string;
  caller: string;
  callee: string;
}

export interface OutlineEvent {
  path: string;
  kind: TimelineEventKind;
  fields: Fields;
}

export type Fields = Record<string, unknown>;

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : null;
}

export function outlineOf(value: unknown): Outline {
  const document = fieldsOf(value) ?? {};
  const modules = entriesOf(document, 'modules', '').map(moduleOf);
  const journeys = entriesOf(document, 'journeys', '').map(journeyOf);
  const load = fieldsOf(document.load) ?? {};
  return {
    modules: modules.filter(isRead),
    hasAllModules: modules.every(isRead) && Array.isArray(document.modules),
    journeys: journeys.filter(isRead),
    hasAllJourneys: journeys.every(isRead) && Array.isArray(document.journeys),
    load: { path: 'load', kind: textOf(load.kind), value: load },
    deployments: entriesOf(document, 'deployments', '').map(deploymentOf).filter(isRead),
    events: entriesOf(document, 'timeline', '').map(eventOf).filter(isRead),
  };
}

interface Entry {
  path: string;
  value: unknown;
}

/** The entries of a list field; none where it is no list. */
export function entriesOf(fields: Fields, key: string, path: string): Entry[] {
  const list = fields[key];
  const listPath = pathInto(path, key);
  if (!Array.isArray(list)) return [];
  return list.map((value: unknown, index) => ({ path: pathInto(listPath, index), value }));
}

function isRead<T>(value: T | null): value is T {
  return value !== null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function mentionsIn(fields: Fields, key: string, path: string): Mention[] {
  return entriesOf(fields, key, path).flatMap((entry) =>
    typeof entry.value === 'string' ? [{ path: entry.path, id: entry.value }] : [],
  );
}

function moduleOf({ path, value }: Entry): OutlineModule | null {
  const fields = fieldsOf(value);
  const id = textOf(fields?.id);
  if (!fields || id === null) return null;
  const kind = moduleKinds.find((known) => known === (fields.kind ?? 'service')) ?? null;
  const operations = fieldsOf(fields.operations);
  const operationsPath = pathInto(path, 'operations');
  return {
    path,
    id,
    kind,
    operations:
      operations &&
      new Map(
        Object.entries(operations).map(([name, steps]) => [
          name,
          operationOf(pathInto(operationsPath, name), steps),
        ]),
      ),
  };
}

function operationOf(path: string, steps: unknown): OutlineOperation {
  const operation: OutlineOperation = { path, stepCount: 0, calls: [] };
  collectSteps(operation, path, steps);
  return operation;
}

function collectSteps(operation: OutlineOperation, path: string, steps: unknown): void {
  if (!Array.isArray(steps)) return;
  steps.forEach((step: unknown, index) => {
    const fields = fieldsOf(step);
    const stepPath = pathInto(path, index);
    operation.stepCount += 1;
    if (!fields) return;
    for (const key of ['call', 'deliver'] as const) {
      const reference = textOf(fields[key]);
      if (reference === null) continue;
      operation.calls.push({
        path: pathInto(stepPath, key),
        reference,
        isAsync: fields.async === true,
        isDelivery: key === 'deliver',
      });
    }
    for (const branch of entriesOf(fields, 'parallel', stepPath)) {
      collectSteps(operation, branch.path, branch.value);
    }
  });
}

function journeyOf({ path, value }: Entry): OutlineJourney | null {
  const fields = fieldsOf(value);
  const id = textOf(fields?.id);
  if (!fields || id === null) return null;
  return { path, id, entry: textOf(fields.entry), share: fields.share };
}

function deploymentOf({ path, value }: Entry): OutlineDeployment | null {
  const fields = fieldsOf(value);
  const id = textOf(fields?.id);
  if (!fields || id === null) return null;
  const units = entriesOf(fields, 'units', path).map(unitOf);
  return {
    path,
    id,
    units: units.filter(isRead),
    hasAllUnits: units.length > 0 && units.every(isRead),
    isDraft: Array.isArray(fields.units) && fields.units.length === 0,
    application: mentionsIn(fields, 'application', path),
    policies: entriesOf(fields, 'policies', path).map(policyOf).filter(isRead),
  };
}

function unitOf({ path, value }: Entry): OutlineUnit | null {
  const fields = fieldsOf(value);
  const id = textOf(fields?.id);
  if (!fields || id === null || !Array.isArray(fields.modules)) return null;
  const modules = mentionsIn(fields, 'modules', path);
  if (modules.length < fields.modules.length) return null;
  return {
    path,
    id,
    modules,
    isExternal: fields.external === true,
    fields,
  };
}

/** A policy's caller and callee; null where either is missing. */
export function policyOf({ path, value }: Entry): OutlinePolicy | null {
  const fields = fieldsOf(value);
  const caller = textOf(fields?.caller);
  const callee = textOf(fields?.callee);
  return caller === null || callee === null ? null : { path, caller, callee };
}

function eventOf({ path, value }: Entry): OutlineEvent | null {
  const fields = fieldsOf(value);
  const kind = timelineEventKindOf(value);
  return fields && kind ? { path, kind, fields } : null;
}
