/** Carries out a change of a cut on what the reader has open, and has it told. */
import type { ArchitectureDocument, LocalizedText } from '../../architecture/document';
import type { PartDrop } from '../../canvas/part-drop';
import type { Position, Positions } from '../../workspace/positions';
import { type Recut, type RecutResult, recut } from '../../workspace/recut/recut';
import { tellRecut } from '../../workspace/recut/recut-news';
import type { Workspace } from '../../workspace/workspace';
import { runPlan } from '../run-plan';

/** About as large as a unit of one module is drawn, px. */
const unitCard = { width: 144, height: 76 };

/** A part of the diagram was let go of outside its process, or over another one. */
export function recutByDrop(workspace: Workspace, deploymentId: string, drop: PartDrop): void {
  const { document } = workspace.getState();
  const deployment = document.deployments.find(({ id }) => id === deploymentId);
  const whole = deployment?.units.find(({ id }) => drop.kind === 'unit' && id === drop.id);
  const moduleIds = drop.kind === 'module' ? [drop.id] : (whole?.modules ?? []);
  const { at, places, ontoUnitId: intoUnitId } = drop;
  const standing = places === null ? undefined : { at, places };
  recutWorkspace(workspace, { deploymentId, moduleIds, intoUnitId }, standing);
}

/** Where things stand when a part is let go of. */
interface RecutPlaces {
  at: Position;
  places: Readonly<Record<string, Position>>;
}

/** Without `places` the layout puts everything in its place. */
export function recutWorkspace(workspace: Workspace, move: Recut, places?: RecutPlaces): void {
  const state = workspace.getState();
  const { original, make } = state;
  // In a story what happens in it stays, and the story is left: its sentences are about its own cuts.
  const { document } = runPlan(state);
  const { deploymentId, moduleIds } = move;
  const givenIds = original.deployments.map(({ id }) => id);
  const outcome = recut(document, move, givenIds);
  if (!outcome.ok) {
    tellRecut({ kind: 'refused', why: outcome.why, document, deploymentId, moduleIds });
    return;
  }
  const { result } = outcome;
  const before = document.deployments.find(({ id }) => id === deploymentId);
  make(
    ({ paneDeploymentIds, view, positions }) => ({
      document: result.document,
      paneDeploymentIds: inPlaceOf(paneDeploymentIds, deploymentId, result.deploymentId),
      view: view === deploymentId ? result.deploymentId : view,
      positions: positionsAfter(positions, result, places),
      storyId: null,
    }),
    { label: { key: 'history.recut', values: { name: nameOf(document, moduleIds[0]) } } },
  );
  if (before !== undefined) tellRecut({ kind: 'done', result, before });
}

function inPlaceOf(
  [left, right]: readonly [string, string],
  before: string,
  after: string,
): readonly [string, string] {
  return left === before ? [after, right] : [left, right === before ? after : right];
}

function positionsAfter(
  positions: Positions,
  { deploymentId, unit, left, isLeftGone, origin }: RecutResult,
  dropped: RecutPlaces | undefined,
): Positions {
  const { [deploymentId]: _before, ...others } = positions;
  if (dropped === undefined) return others;
  const own = { ...dropped.places };
  if (isLeftGone) delete own[`unit:${left.id}`];
  if (origin !== null) own[`unit:${unit.id}`] = aroundMiddle(dropped.at);
  return { ...positions, [deploymentId]: own };
}

/** The upper left corner of a card of a unit. */
function aroundMiddle({ x, y }: Position): Position {
  return { x: Math.round(x - unitCard.width / 2), y: Math.round(y - unitCard.height / 2) };
}

function nameOf(document: ArchitectureDocument, moduleId: string): LocalizedText | string {
  return document.modules.find(({ id }) => id === moduleId)?.name ?? moduleId;
}
