/** Whom something can happen to, as the options of a choice. */
import type { ArchitectureDocument, Deployment } from '../../architecture/document';
import type { ChartsText } from '../expanded/use-charts-text';
import { moduleName, unitName } from './block-words';
import { guardedCalls } from './first-block';

export interface TargetGroup {
  /** `null` where there is only one group. */
  readonly label: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface TargetScope {
  readonly document: ArchitectureDocument;
  /** Those on the page: a command names one of them. */
  readonly deployments: readonly Deployment[];
  /** An event of the document names no deployment. */
  readonly isEvent: boolean;
  readonly text: ChartsText;
}

/** Modules, and whole units. */
export function processTargets(scope: TargetScope): TargetGroup[] {
  const { c } = scope.text;
  return [{ ...moduleTargets(scope), label: c('lanes.form.modules') }, ...unitTargets(scope)];
}

export function moduleTargets({ document, text }: TargetScope): TargetGroup {
  const options = document.modules.map(({ id }) => ({
    value: `module:${id}`,
    label: moduleName(id, document, text),
  }));
  return { label: null, options };
}

export function unitTargets({ document, deployments, isEvent, text }: TargetScope): TargetGroup[] {
  const { c, nameOf } = text;
  const optionsOf = (ids: readonly string[], place: string) =>
    ids.map((id) => ({ value: `${place}unit:${id}`, label: unitName(id, document, text) }));
  if (isEvent) {
    const ids = new Set(document.deployments.flatMap(ownUnitIds));
    return [{ label: c('lanes.form.allUnits'), options: optionsOf([...ids], '') }];
  }
  return deployments.map((deployment) => ({
    label: c('lanes.form.units', { deployment: nameOf(deployment.name) }),
    options: optionsOf(ownUnitIds(deployment), `${deployment.id}/`),
  }));
}

/** Calls from one unit to another; of each deployment by itself where a policy is meant. */
export function callTargets(scope: TargetScope, isOfDeployment: boolean): TargetGroup[] {
  const { document, deployments, text } = scope;
  const groups = deployments.map((deployment) => {
    const place = isOfDeployment ? `${deployment.id}/` : '';
    const options = guardedCalls(document, deployment).map(({ caller, callee }) => ({
      value: `${place}call:${caller}:${callee}`,
      label: `${moduleName(caller, document, text)} → ${moduleName(callee, document, text)}`,
    }));
    return { label: text.nameOf(deployment.name), options };
  });
  if (isOfDeployment) return groups;
  const options = new Map(
    groups.flatMap((group) => group.options.map((each) => [each.value, each])),
  );
  return [{ label: null, options: [...options.values()] }];
}

function ownUnitIds({ units }: Deployment): string[] {
  return units.filter(({ external }) => !external).map(({ id }) => id);
}
