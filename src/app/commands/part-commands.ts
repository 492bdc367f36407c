/** What can be done to each unit and module, in the deployments on show. */
import type { Deployment, Module, Unit } from '../../architecture/document';
import type { FaultKind } from '../../simulation/command';
import { initialFaults } from '../../workspace/initial-faults';
import {
  withModuleFault,
  withoutModuleFault,
  withScale,
  withUnitCrash,
} from '../../workspace/intervene';
import { originalScale, unitKey } from '../../workspace/interventions';
import { subjectOf } from '../../workspace/subject';
import type { Selection } from '../../workspace/workspace';
import { breakerCommands } from './breaker-commands';
import type { CommandContext, PageCommand } from './page-command';
import { recutCommandsOfModule, recutCommandsOfUnit } from './recut-commands';

const faultKinds: readonly FaultKind[] = ['crash', 'slow', 'errors', 'leak', 'hog'];

export function partCommands(context: CommandContext): PageCommand[] {
  const { document, paneDeploymentIds } = context.workspace.getState();
  const shown = document.deployments.filter(({ id }) => paneDeploymentIds.includes(id));
  return [
    ...document.modules.flatMap((module) => moduleFaultCommands(context, module)),
    ...shown.flatMap((deployment) =>
      deployment.units.flatMap((unit) => [
        ...unitCommands(context, deployment, unit),
        ...breakerCommands(context, deployment, unit.modules),
        ...cutCommands(context, deployment, unit),
      ]),
    ),
  ];
}

/** The commands for one part, as its menu lists them; a unit of one module answers for that module too. */
export function commandsOfPart(context: CommandContext, selection: Selection): PageCommand[] {
  const { document } = context.workspace.getState();
  const subject = subjectOf(document, selection);
  if (subject === null) return [];
  const { deployment, unit, module } = subject;
  return [
    ...(module === null ? [] : moduleFaultCommands(context, module)),
    ...unitCommands(context, deployment, unit),
    ...breakerCommands(
      context,
      deployment,
      selection.kind === 'module' ? [selection.id] : unit.modules,
    ),
    ...(selection.kind === 'module' && module !== null
      ? recutCommandsOfModule(context, deployment, unit, module)
      : recutCommandsOfUnit(context, deployment, unit)),
  ];
}

/** Of a process and of every module in it. */
function cutCommands(context: CommandContext, deployment: Deployment, unit: Unit): PageCommand[] {
  const { document } = context.workspace.getState();
  const modules = document.modules.filter(({ id }) => unit.modules.includes(id));
  return [
    ...modules.flatMap((module) => recutCommandsOfModule(context, deployment, unit, module)),
    ...recutCommandsOfUnit(context, deployment, unit),
  ];
}

function moduleFaultCommands(
  { workspace, text, words }: CommandContext,
  module: Module,
): PageCommand[] {
  const { interventions, intervene } = workspace.getState();
  const name = text.nameOf(module.name);
  return faultKinds.map((kind) => {
    const isOn = interventions.moduleFaults[module.id]?.[kind] !== undefined;
    return {
      id: `fault:${module.id}:${kind}`,
      section: 'faults',
      label: words(`fault.${kind}.${isOn ? 'off' : 'on'}`, { name }),
      run: () =>
        intervene((before) =>
          isOn
            ? withoutModuleFault(before, module.id, kind)
            : withModuleFault(before, module.id, initialFaults[kind]),
        ),
    };
  });
}

/** More replicas than this are set in the inspector. */
const replicasMax = 20;

function unitCommands(
  { workspace, text, words }: CommandContext,
  deployment: Deployment,
  unit: Unit,
): PageCommand[] {
  const { document, interventions, intervene } = workspace.getState();
  const original = originalScale(document, deployment.id, unit.id);
  if (original === undefined) return [];
  const key = unitKey(deployment.id, unit.id);
  const names = { name: text.nameOf(unit.name), deployment: text.nameOf(deployment.name) };
  const isDown = interventions.unitCrashes[key] === true;
  const replicas = interventions.replicas[key] ?? original.replicas;
  const scaleTo = (count: number) =>
    intervene((before) =>
      withScale(before, 'replicas', key, count === original.replicas ? null : count),
    );
  const scaling = [
    { word: 'unit.more', count: replicas + 1 },
    { word: 'unit.less', count: replicas - 1 },
  ] as const;
  return [
    {
      id: `crash:${key}`,
      section: 'faults',
      label: words(isDown ? 'unit.start' : 'unit.crash', names),
      run: () => intervene((before) => withUnitCrash(before, key, !isDown)),
    },
    ...scaling.flatMap(({ word, count }): PageCommand[] =>
      count < 1 || count > replicasMax
        ? []
        : [
            {
              id: `${word}:${key}`,
              section: 'scale',
              label: words(word, { ...names, count }),
              run: () => scaleTo(count),
            },
          ],
    ),
    ...(replicas === original.replicas
      ? []
      : [
          {
            id: `unit.scale.reset:${key}`,
            section: 'scale' as const,
            label: words('unit.scale.reset', names),
            run: () => scaleTo(original.replicas),
          },
        ]),
  ];
}
