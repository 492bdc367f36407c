/** A diagram that is cut as on the page: what stood stands, and what is new finds a place and ways. */
import type { ArchitectureDocument } from '../../src/architecture/document';
import { shop } from '../../src/architecture/shop';
import { type DrawingForm, unitFormOf } from '../../src/canvas/drawing-form';
import type { Point } from '../../src/canvas/layout/box';
import { placesAfterCut } from '../../src/canvas/places-after-cut';
import { shownPlaces } from '../../src/canvas/placing';
import type { Position } from '../../src/workspace/positions';
import { type Recut, recut } from '../../src/workspace/recut/recut';
import type { KeptWays } from '../../src/workspace/ways';
import { draw } from './drawn';

/** A diagram as the reader has it in front of them. */
export interface Shown {
  document: ArchitectureDocument;
  deploymentId: string;
  form: DrawingForm;
  positions: Readonly<Record<string, Position>>;
  ways?: KeptWays | undefined;
}

export function drawn({ document, deploymentId, form, positions, ways }: Shown) {
  const places = shownPlaces(unitFormOf(form), positions);
  return draw(document, deploymentId, form, new Map(Object.entries(places)), ways);
}

/** The diagram after a cut; `null` where there is nothing to cut. `at`: where a part was let go of. */
export function cut(
  shown: Shown,
  moduleIds: readonly string[],
  intoUnitId: string | null,
  at: Point | null = null,
): Shown | null {
  const { document, deploymentId, form, positions, ways } = shown;
  const move: Recut = { deploymentId, moduleIds, intoUnitId };
  const given = [shop, document].flatMap(({ deployments }) => deployments.map(({ id }) => id));
  const outcome = recut(document, move, given);
  if (!outcome.ok) return null;
  const { result } = outcome;
  const parts = { form: unitFormOf(form), ...drawn(shown), paneAspect: 0.8 };
  const before = { document, deploymentId, positions, ways, shown: parts };
  const placed = placesAfterCut(before, result, at);
  return {
    document: result.document,
    deploymentId: result.deploymentId,
    form,
    positions: placed?.places ?? {},
    ways: placed?.ways ?? undefined,
  };
}
