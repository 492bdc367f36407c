import { nearest } from '../nearest';
import { fieldsOf, type Outline, type OutlineDeployment, type OutlineUnit } from '../outline';
import { pathInto } from '../path';
import type { Report } from '../problem';
import { concurrencyMax, replicasMax } from '../unit';
import { checkIds, type References } from './references';

/** The most slots that one deployment may have, all replicas together. */
export const deploymentSlotsMax = 10_000_000;

/** Every deployment holds every module once, and its policies are about calls that exist. */
export function checkDeployments(outline: Outline, references: References, report: Report): void {
  checkIds('deployment', outline.deployments, report);
  const [first] = outline.deployments;
  // Drafts are kept beside others; a document of drafts alone shows nothing.
  if (first && outline.deployments.every(({ isDraft }) => isDraft)) {
    report(pathInto(first.path, 'units'), 'empty-list', {});
  }
  for (const deployment of outline.deployments) {
    checkIds('unit', deployment.units, report);
    checkPartition(outline, deployment, references, report);
    for (const unit of deployment.units) checkUnit(unit, references, report);
    checkApplication(deployment, report);
    checkPolicies(deployment, references, report);
    checkSlots(deployment, report);
  }
}

function checkPartition(
  outline: Outline,
  deployment: OutlineDeployment,
  references: References,
  report: Report,
): void {
  const deploymentId = deployment.id;
  const firstPaths = new Map<string, string>();
  for (const { path, id } of deployment.units.flatMap(({ modules }) => modules)) {
    references.checkModule(path, id);
    const firstPath = firstPaths.get(id);
    if (firstPath === undefined) firstPaths.set(id, path);
    else report(path, 'module-twice', { moduleId: id, deploymentId, firstPath });
  }
  if (!deployment.hasAllUnits) return;
  for (const moduleId of new Set(outline.modules.map(({ id }) => id))) {
    if (firstPaths.has(moduleId)) continue;
    report(pathInto(deployment.path, 'units'), 'module-missing', { moduleId, deploymentId });
  }
}

function checkUnit(unit: OutlineUnit, references: References, report: Report): void {
  for (const { path, id } of unit.modules) {
    const kind = references.module(id)?.kind;
    if (!kind) continue;
    const params = { moduleId: id, unitId: unit.id };
    if (unit.isExternal && kind !== 'external') report(path, 'own-module-in-external-unit', params);
    if (!unit.isExternal && kind === 'external')
      report(path, 'external-module-in-own-unit', params);
  }
  const runtime = fieldsOf(unit.fields.runtime) ?? {};
  for (const field of ['speed', 'eventLoop']) {
    if (unit.fields[field] === undefined || runtime[field] === undefined) continue;
    report(pathInto(pathInto(unit.path, 'runtime'), field), 'given-twice', { field });
  }
}

function checkApplication(deployment: OutlineDeployment, report: Report): void {
  if (!deployment.hasAllUnits) return;
  const known = deployment.units.map(({ id }) => id);
  for (const { path, id } of deployment.application) {
    if (!known.includes(id)) {
      report(path, 'unknown-unit', { id, suggestion: nearest(id, known), known });
    }
  }
}

function checkPolicies(
  deployment: OutlineDeployment,
  references: References,
  report: Report,
): void {
  const firstPaths = new Map<string, string>();
  for (const { path, caller, callee } of deployment.policies) {
    references.checkModule(pathInto(path, 'caller'), caller);
    references.checkModule(pathInto(path, 'callee'), callee);
    references.checkCall(path, caller, callee);
    const pair = JSON.stringify([caller, callee]);
    const firstPath = firstPaths.get(pair);
    if (firstPath === undefined) firstPaths.set(pair, path);
    else report(path, 'policy-twice', { caller, callee, firstPath });
  }
}

/** The slots of own units at their largest: the engine keeps each one. */
function checkSlots(deployment: OutlineDeployment, report: Report): void {
  let slots = 0;
  for (const { fields, isExternal } of deployment.units) {
    const { replicas = 1, concurrency = 100 } = fields;
    const most = Math.max(Number(replicas), Number(fieldsOf(fields.autoscaler)?.max ?? 0));
    // A figure out of its own bounds is told of by itself.
    const isSound = Number(concurrency) <= concurrencyMax && most <= replicasMax;
    if (!isExternal && isSound) slots += most * Number(concurrency);
  }
  if (slots <= deploymentSlotsMax) return;
  report(pathInto(deployment.path, 'units'), 'too-many-slots', {
    deploymentId: deployment.id,
    slots,
    max: deploymentSlotsMax,
  });
}
