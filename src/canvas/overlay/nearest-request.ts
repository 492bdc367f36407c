/** Which moving request is under the pointer. */
import type { Point } from '../layout/box';
import type { MovingRequests } from './moving-requests';
import { placeRequest, shareOf } from './request-place';
import type { Scene } from './scene';

export interface RequestAtPoint {
  /** Place of its journey in the document, and its number within it. */
  journey: number;
  number: number;
}

/** The nearest request within `reach` of a point, all in px of the drawing; `null` where there is none. */
export function requestNear(
  requests: MovingRequests,
  scene: Scene,
  nowMs: number,
  point: Point,
  reach: number,
): RequestAtPoint | null {
  const at: Point = { x: 0, y: 0 };
  let nearest = -1;
  let distance = reach;
  for (let index = 0; index < requests.count; index += 1) {
    const share = shareOf(requests, index, nowMs);
    if (share === null || !placeRequest(requests, index, share, scene, at)) continue;
    const own = Math.hypot(at.x - point.x, at.y - point.y);
    if (own > distance) continue;
    distance = own;
    nearest = index;
  }
  if (nearest < 0) return null;
  return { journey: requests.journeyIndex[nearest], number: requests.requestNumber[nearest] };
}
