/** A line drawn stretch by stretch, that swings over and can turn back up or down. */
import type { Point } from './box';
import { type Curve, upright } from './edge-route';

/** Radius of a turn where there is room for it, px. */
const turnRadius = 8;
/** How far a quarter of a circle leads its curve from its middle to its ends, as a share of the radius. */
const roundness = 0.55;

export class TurningLine {
  readonly curves: Curve[] = [];
  #at: Point;

  constructor(start: Point) {
    this.#at = start;
  }

  /** Upright at both ends. */
  swingTo(point: Point): void {
    if (point.x === this.#at.x && point.y === this.#at.y) return;
    this.#add(upright(this.#at, point));
  }

  /** Beside where it stands, with its back below (1) or above (−1). */
  turnTo(x: number, side: 1 | -1): void {
    const { x: fromX, y } = this.#at;
    const ahead = Math.sign(x - fromX);
    const radius = Math.min(turnRadius, Math.abs(x - fromX) / 2);
    const back = y + side * radius;
    const pull = roundness * radius;
    this.#bend(
      { x: fromX, y: y + side * pull },
      { x: fromX + ahead * (radius - pull), y: back },
      { x: fromX + ahead * radius, y: back },
    );
    const last = { x: x - ahead * radius, y: back };
    if (last.x !== this.#at.x) this.#bend(this.#at, last, last);
    this.#bend({ x: x - ahead * (radius - pull), y: back }, { x, y: y + side * pull }, { x, y });
  }

  #bend(control1: Point, control2: Point, to: Point): void {
    this.#add({ from: this.#at, control1, control2, to });
  }

  #add(curve: Curve): void {
    this.curves.push(curve);
    this.#at = curve.to;
  }
}
