/** Cutting by menu and palette: what a drag of a module does, for every module and process. */
import type { ArchitectureDocument, Deployment, Module, Unit } from '../../architecture/document';
import { translateRecutInto } from '../../i18n/recut-text';
import { crossingCalls } from '../../workspace/recut/crossing-calls';
import type { Recut } from '../../workspace/recut/recut';
import { recutWorkspace } from '../recut/recut-action';
import type { CommandContext, PageCommand } from './page-command';

/** A module of one deployment: out into a process of its own, or into another one. */
export function recutCommandsOfModule(
  context: CommandContext,
  deployment: Deployment,
  unit: Unit,
  module: Module,
): PageCommand[] {
  if (unit.external || unit.modules.length < 2) return [];
  const { text } = context;
  const r = translateRecutInto(text.language);
  const names = { module: text.nameOf(module.name), deployment: text.nameOf(deployment.name) };
  const move = { deploymentId: deployment.id, moduleIds: [module.id] };
  return [
    commandOf(context, r('recut.command.own', names), { ...move, intoUnitId: null }),
    ...targetsOf(context, deployment, unit).map((into) => ({
      ...commandOf(context, r('recut.command.into', { ...names, unit: text.nameOf(into.name) }), {
        ...move,
        intoUnitId: into.id,
      }),
      choice: { of: r('recut.command.into.choice', names), name: text.nameOf(into.name) },
    })),
  ];
}

/** Another name for each cut of the user's own. */
export function namingCommands({ workspace, text, showNaming }: CommandContext): PageCommand[] {
  const { document, original } = workspace.getState();
  const given = new Set(original.deployments.map(({ id }) => id));
  return document.deployments
    .filter(({ id }) => !given.has(id))
    .map(({ id, name }) => ({
      id: `naming:${id}`,
      section: 'cut',
      label: text.t('pane.rename', { name: text.nameOf(name) }),
      run: () => showNaming(id),
    }));
}

/** A whole process into another one. */
export function recutCommandsOfUnit(
  context: CommandContext,
  deployment: Deployment,
  unit: Unit,
): PageCommand[] {
  if (unit.external) return [];
  const { text } = context;
  const r = translateRecutInto(text.language);
  const names = { unit: text.nameOf(unit.name), deployment: text.nameOf(deployment.name) };
  return targetsOf(context, deployment, unit).map((into) => ({
    ...commandOf(context, r('recut.command.merge', { ...names, into: text.nameOf(into.name) }), {
      deploymentId: deployment.id,
      moduleIds: unit.modules,
      intoUnitId: into.id,
    }),
    choice: { of: r('recut.command.merge.choice', names), name: text.nameOf(into.name) },
  }));
}

/** In a deployment of more units only those are offered that call each other. */
const offeredToAllMax = 24;

function targetsOf({ workspace }: CommandContext, { units }: Deployment, unit: Unit): Unit[] {
  const others = units.filter((other) => other !== unit && !other.external);
  if (units.length <= offeredToAllMax) return others;
  const ids = neighboursIn(workspace.getState().document, units).get(unit.id);
  return others.filter(({ id }) => ids?.has(id));
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

/** For the deployments of the document that is open: the palette asks for every unit. */
const known = new WeakMap<readonly Unit[], Neighbours>();

function neighboursIn(document: ArchitectureDocument, units: readonly Unit[]): Neighbours {
  const before = known.get(units);
  if (before !== undefined) return before;
  const unitOf = new Map(units.flatMap(({ id, modules }) => modules.map((module) => [module, id])));
  const neighbours = new Map(units.map(({ id }) => [id, new Set<string>()]));
  for (const { callerId, calleeId } of crossingCalls(document, units)) {
    const [caller, callee] = [unitOf.get(callerId) ?? '', unitOf.get(calleeId) ?? ''];
    neighbours.get(caller)?.add(callee);
    neighbours.get(callee)?.add(caller);
  }
  known.set(units, neighbours);
  return neighbours;
}

function commandOf({ workspace }: CommandContext, label: string, move: Recut): PageCommand {
  const { deploymentId, moduleIds, intoUnitId } = move;
  return {
    id: `recut:${deploymentId}:${moduleIds.join('+')}:${intoUnitId ?? ''}`,
    section: 'cut',
    label,
    run: () => void recutWorkspace(workspace, move),
  };
}
