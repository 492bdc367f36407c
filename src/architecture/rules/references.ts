import { nearest } from '../nearest';
import type { Outline, OutlineModule } from '../outline';
import type { IdOwner, Report } from '../problem';
import { operationsByReference } from './call-graph';

/** Looks names up in the document and reports those that it does not have. */
export interface References {
  module(id: string): OutlineModule | undefined;
  /** Reports at `path` where there is no such module. */
  checkModule(path: string, id: string): void;
  /** Reports at `path` where there is no such operation. */
  checkOperation(path: string, reference: string): void;
  /** Module ids that this module calls, in any of its operations. */
  calleesOf(moduleId: string): ReadonlySet<string>;
  /** Reports at `path` where the caller never calls the callee, both being known. */
  checkCall(path: string, caller: string, callee: string): void;
}

export function referencesIn(outline: Outline, report: Report): References {
  const modules = new Map(outline.modules.map((module) => [module.id, module]));
  const operations = operationsByReference(outline);
  const callees = new Map<string, Set<string>>();
  for (const module of outline.modules) {
    const called = callees.get(module.id) ?? new Set();
    callees.set(module.id, called);
    for (const operation of module.operations?.values() ?? []) {
      for (const { reference } of operation.calls) called.add(moduleIdIn(reference));
    }
  }
  const calleesOf = (moduleId: string) => callees.get(moduleId) ?? new Set<string>();

  return {
    module: (id) => modules.get(id),
    calleesOf,
    checkModule(path, id) {
      if (modules.has(id) || !outline.hasAllModules) return;
      report(path, 'unknown-module', { id, suggestion: nearest(id, modules.keys()) });
    },
    checkOperation(path, reference) {
      if (operations.has(reference) || !isReference(reference)) return;
      const module = modules.get(moduleIdIn(reference));
      if (module ? module.operations === null : !outline.hasAllModules) return;
      const known = [...(module?.operations?.keys() ?? [])].map((name) => `${module?.id}.${name}`);
      const suggestion = nearest(reference, known) ?? nearest(reference, operations.keys());
      report(path, 'unknown-operation', { reference, suggestion, known });
    },
    checkCall(path, caller, callee) {
      const called = calleesOf(caller);
      if (!modules.has(caller) || !modules.has(callee) || called.has(callee)) return;
      report(path, 'no-such-call', { caller, callee, callees: [...called] });
    },
  };
}

/** Reports every id that stands a second time. */
export function checkIds(
  owner: IdOwner,
  owners: readonly { path: string; id: string }[],
  report: Report,
): void {
  const firstPaths = new Map<string, string>();
  for (const { path, id } of owners) {
    const firstPath = firstPaths.get(id);
    if (firstPath === undefined) firstPaths.set(id, path);
    else report(`${path}.id`, 'duplicate-id', { owner, id, firstPath });
  }
}

function isReference(reference: string): boolean {
  return /^[^.]+\.[^.]+$/.test(reference);
}

function moduleIdIn(reference: string): string {
  return reference.split('.', 1)[0] ?? reference;
}
