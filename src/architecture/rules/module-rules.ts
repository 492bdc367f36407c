import type { Outline, OutlineModule, OutlineOperation } from '../outline';
import type { Report } from '../problem';
import type { CallGraph } from './call-graph';
import { checkIds, type References } from './references';

/** What modules say about one another: their calls exist, end, and messages go through a broker. */
export function checkModules(
  outline: Outline,
  references: References,
  graph: CallGraph,
  report: Report,
): void {
  checkIds('module', outline.modules, report);
  for (const module of outline.modules) {
    for (const operation of module.operations?.values() ?? []) {
      checkCalls(module, operation, references, report);
    }
  }
  for (const { path, operations } of graph.circles) {
    report(path, 'call-circle', { circle: operations });
  }
}

function checkCalls(
  module: OutlineModule,
  operation: OutlineOperation,
  references: References,
  report: Report,
): void {
  for (const { path, reference, isAsync, isDelivery } of operation.calls) {
    references.checkOperation(path, reference);
    const calleeId = reference.split('.', 1)[0] ?? '';
    const calleeKind = references.module(calleeId)?.kind;
    if (isAsync && calleeKind && calleeKind !== 'broker') {
      report(path, 'async-not-to-broker', { reference, moduleId: calleeId });
    }
    if (isDelivery && module.kind && module.kind !== 'broker') {
      report(path, 'deliver-outside-broker', { moduleId: module.id });
    }
  }
}
