/** Carries out a change of a cut on what the reader has open, and has it told. */
import type { ArchitectureDocument, LocalizedText } from '../../architecture/document';
import { holdForm } from '../../canvas/held-form';
import type { PartDrop } from '../../canvas/part-drop';
import { standingPartsOf } from '../../canvas/standing-parts';
import { noPositions, type Position } from '../../workspace/positions';
import { type Recut, recut } from '../../workspace/recut/recut';
import { tellRecut } from '../../workspace/recut/recut-news';
import type { Workspace } from '../../workspace/workspace';
import { runPlan } from '../run-plan';

/** A part of the diagram was let go of outside its process, or over another one. */
export async function recutByDrop(
  workspace: Workspace,
  deploymentId: string,
  drop: PartDrop,
): Promise<void> {
  const { document } = workspace.getState();
  const deployment = document.deployments.find(({ id }) => id === deploymentId);
  const whole = deployment?.units.find(({ id }) => drop.kind === 'unit' && id === drop.id);
  const moduleIds = drop.kind === 'module' ? [drop.id] : (whole?.modules ?? []);
  const move = { deploymentId, moduleIds, intoUnitId: drop.ontoUnitId };
  await recutWorkspace(workspace, move, drop.at);
}

/** What stands on the page stays there. `at`: the middle of what was let go of, where it is to stand. */
export async function recutWorkspace(
  workspace: Workspace,
  move: Recut,
  at: Position | null = null,
): Promise<void> {
  const placesAfterCut = await loadPlaces();
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
  const placed = placesAfterCut(
    {
      document,
      deploymentId,
      positions: state.positions[deploymentId] ?? noPositions,
      ways: state.ways[deploymentId],
      shown: standingPartsOf(deploymentId),
    },
    result,
    at,
  );
  holdForm(deploymentId, result.deploymentId, placed !== null);
  const before = document.deployments.find(({ id }) => id === deploymentId);
  make(
    ({ paneDeploymentIds, view, positions, ways }) => ({
      document: result.document,
      paneDeploymentIds: inPlaceOf(paneDeploymentIds, deploymentId, result.deploymentId),
      view: view === deploymentId ? result.deploymentId : view,
      positions: withOwn(positions, result.deploymentId, placed?.places),
      ways: withOwn(ways, result.deploymentId, placed?.ways),
      storyId: null,
    }),
    { label: { key: 'history.recut', values: { name: nameOf(document, moduleIds[0]) } } },
  );
  if (before !== undefined) tellRecut({ kind: 'done', result, before });
}

/** Without the file that knows where everything stands after a cut the layout has it all. */
function loadPlaces(): Promise<typeof import('../../canvas/places-after-cut')['placesAfterCut']> {
  return import('../../canvas/places-after-cut').then(
    ({ placesAfterCut }) => placesAfterCut,
    () => () => null,
  );
}

function inPlaceOf(
  [left, right]: readonly [string, string],
  before: string,
  after: string,
): readonly [string, string] {
  return left === before ? [after, right] : [left, right === before ? after : right];
}

function withOwn<Own>(
  byDeployment: Readonly<Record<string, Own>>,
  deploymentId: string,
  own: Own | null | undefined,
): Readonly<Record<string, Own>> {
  const { [deploymentId]: _before, ...others } = byDeployment;
  return own === null || own === undefined ? others : { ...others, [deploymentId]: own };
}

function nameOf(document: ArchitectureDocument, moduleId: string): LocalizedText | string {
  return document.modules.find(({ id }) => id === moduleId)?.name ?? moduleId;
}
