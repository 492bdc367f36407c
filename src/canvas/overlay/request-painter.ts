/**
 * Paints moving requests: a dot in the journey's colour, hollow where nobody
 * waits for the answer; on the way back a cross for a failure, an amber ring for
 * an answer that lacks something; a cross for a refusal.
 */
import { HopKind } from '../../simulation/frame';
import type { Point } from '../layout/box';
import type { CanvasColors } from './canvas-colors';
import { Dots, type Shape } from './dots';
import { Ink } from './ink';
import type { MovingRequests } from './moving-requests';
import { placeRequest, shareOf } from './request-place';
import type { Scene } from './scene';

const radiusPx = 3.4;
/** Dots stay visible when the drawing is small, px of the screen. */
const screenRadiusMin = 2;
/** From this zoom on a journey is told by its shape as well. */
const shapeZoom = 1.3;
/** A hollow shape with its outline is as large as a filled one. */
const hollowShare = 0.8;

const circle: Shape = (path, x, y, radius) => {
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
};

const square: Shape = (path, x, y, radius) => {
  const half = radius * 0.88;
  path.rect(x - half, y - half, 2 * half, 2 * half);
};

const triangle: Shape = (path, x, y, radius) => {
  path.moveTo(x, y - radius * 1.15);
  path.lineTo(x + radius * 1.1, y + radius * 0.8);
  path.lineTo(x - radius * 1.1, y + radius * 0.8);
  path.closePath();
};

const diamond: Shape = (path, x, y, radius) => {
  path.moveTo(x, y - radius * 1.2);
  path.lineTo(x + radius * 1.2, y);
  path.lineTo(x, y + radius * 1.2);
  path.lineTo(x - radius * 1.2, y);
  path.closePath();
};

/** By journey index, in turn. */
const shapes: readonly Shape[] = [circle, triangle, square, diamond];

export class RequestPainter {
  readonly #dots = new Dots();
  readonly #hollowInk = new Ink();
  readonly #at: Point = { x: 0, y: 0 };

  paint(
    context: CanvasRenderingContext2D,
    requests: MovingRequests,
    scene: Scene,
    nowMs: number,
    zoom: number,
    colors: CanvasColors,
  ): void {
    const crosses = new Path2D();
    const scale = Math.max(1, screenRadiusMin / (radiusPx * zoom));
    const radius = radiusPx * scale;
    const shapeOf = (journey: number) =>
      zoom >= shapeZoom ? shapes[journey % shapes.length] : circle;
    for (let index = 0; index < requests.count; index += 1) {
      const share = shareOf(requests, index, nowMs);
      if (share === null || !placeRequest(requests, index, share, scene, this.#at)) continue;
      const kind = requests.kind[index];
      const { x, y } = this.#at;
      const journey = requests.journeyIndex[index];
      const color = colors.journeys[journey];
      switch (kind) {
        case HopKind.request:
          this.#dots.add(journey, x, y);
          break;
        case HopKind.inVain:
          shapeOf(journey)(this.#hollowInk.of(color), x, y, radius * hollowShare);
          break;
        case HopKind.degraded:
          circle(this.#hollowInk.of(colors.degraded), x, y, radius * hollowShare);
          break;
        default: {
          const shrink = kind === HopKind.refused ? Math.min(1, (1 - share) * 3) : 1;
          cross(crosses, this.#at, 3 * scale * shrink);
        }
      }
    }
    this.#dots.fill(context, radius, (journey) => ({
      color: colors.journeys[journey],
      shape: shapeOf(journey),
    }));
    context.lineCap = 'round';
    context.lineWidth = 1.5 * scale;
    this.#hollowInk.stroke(context);
    context.strokeStyle = colors.failed;
    context.lineWidth = 1.9 * scale;
    context.stroke(crosses);
  }
}

function cross(path: Path2D, { x, y }: Point, radius: number): void {
  path.moveTo(x - radius, y - radius);
  path.lineTo(x + radius, y + radius);
  path.moveTo(x + radius, y - radius);
  path.lineTo(x - radius, y + radius);
}
