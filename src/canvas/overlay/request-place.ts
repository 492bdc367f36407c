/** Where a moving request is on its way. */
import { HopKind } from '../../simulation/frame';
import type { Point } from '../layout/box';
import { pointAlong } from '../layout/path-table';
import type { MovingRequests } from './moving-requests';
import type { Scene } from './scene';

/** A refused call ends here, as a share of the way: at the breaker. */
const refusedAt = 0.32;

/** How far along its time a request is, 0 to 1; `null` before it sets out and when it has arrived. */
export function shareOf(requests: MovingRequests, index: number, nowMs: number): number | null {
  const startMs = requests.startMs[index];
  const share = (nowMs - startMs) / (requests.endMs[index] - startMs);
  return share < 0 || share >= 1 ? null : share;
}

/** Writes its place in the drawing to `at`; false where its line is not drawn. */
export function placeRequest(
  requests: MovingRequests,
  index: number,
  share: number,
  scene: Scene,
  at: Point,
): boolean {
  const path = scene.paths[requests.bundle[index]];
  if (!path) return false;
  const kind = requests.kind[index];
  const way = eased(share);
  const isBack = kind === HopKind.failure || kind === HopKind.degraded;
  if (isBack) pointAlong(path, 1 - way, at);
  else if (kind === HopKind.refused) pointAlong(path, Math.min(way, refusedAt), at);
  else pointAlong(path, way, at);
  return true;
}

/** Sets out and arrives gently. */
function eased(share: number): number {
  return share * share * (3 - 2 * share) * 0.6 + share * 0.4;
}
