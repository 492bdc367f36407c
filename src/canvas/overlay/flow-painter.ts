/**
 * When single requests would be confetti: each call is a band, as wide as it is
 * busy, in stripes of the journeys that take it.
 */
import {
  CallField,
  callFieldCount,
  type DeploymentFrame,
  HopField,
  HopKind,
  hopFieldCount,
} from '../../simulation/frame';
import type { PathTable } from '../layout/path-table';
import type { CanvasColors } from './canvas-colors';
import type { Scene } from './scene';

const widthMaxPx = 9;
const widthMinPx = 1.6;
/** Attempts per second that make the widest band. */
const rateOfWidest = 1200;
const opacity = 0.82;
/** How fast earlier hops lose weight in the mix of journeys, per frame. */
const forgetting = 0.97;

/** Width of a call's line, px: grows with the root of its rate, so that small flows stay visible. */
export function bandWidthOf(attemptsPerSecond: number): number {
  const share = Math.min(1, Math.sqrt(attemptsPerSecond / rateOfWidest));
  return widthMinPx + (widthMaxPx - widthMinPx) * share;
}

export function rateOf(frame: DeploymentFrame, edges: readonly number[]): number {
  let rate = 0;
  for (const edge of edges) {
    rate += frame.calls[edge * callFieldCount + CallField.attemptsPerSecond];
  }
  return rate;
}

export class FlowPainter {
  #mix = new Float32Array(0);

  /** Learns which journeys take which calls. */
  observe(frame: DeploymentFrame, scene: Scene): void {
    const size = scene.paths.length * scene.journeyCount;
    if (this.#mix.length !== size) this.#mix = new Float32Array(size);
    for (let index = 0; index < size; index += 1) this.#mix[index] *= forgetting;
    const { hops } = frame;
    for (let at = 0; at < hops.length; at += hopFieldCount) {
      const kind = hops[at + HopField.kind];
      if (kind !== HopKind.request && kind !== HopKind.inVain) continue;
      const bundle = scene.bundleOfEdge[hops[at + HopField.edgeIndex]];
      if (bundle < 0) continue;
      this.#mix[bundle * scene.journeyCount + hops[at + HopField.journeyIndex]] += 1;
    }
  }

  paint(
    context: CanvasRenderingContext2D,
    frame: DeploymentFrame,
    scene: Scene,
    colors: CanvasColors,
  ): void {
    context.globalAlpha = opacity;
    context.lineCap = 'butt';
    scene.paths.forEach((path, bundle) => {
      if (path === null || scene.isInner[bundle]) return;
      const rate = rateOf(frame, scene.edgesOfBundle[bundle]);
      if (rate < 0.05) return;
      this.#band(context, path, bundle, bandWidthOf(rate), scene.journeyCount, colors);
    });
    context.globalAlpha = 1;
  }

  #band(
    context: CanvasRenderingContext2D,
    path: PathTable,
    bundle: number,
    width: number,
    journeyCount: number,
    colors: CanvasColors,
  ): void {
    const mix = this.#mix.subarray(bundle * journeyCount, (bundle + 1) * journeyCount);
    const total = mix.reduce((sum, value) => sum + value, 0);
    if (total === 0) return;
    let offset = -width / 2;
    for (let journey = 0; journey < journeyCount; journey += 1) {
      const stripe = (width * mix[journey]) / total;
      if (stripe < 0.2) continue;
      context.strokeStyle = colors.journeys[journey];
      context.lineWidth = stripe;
      strokeBeside(context, path, offset + stripe / 2);
      offset += stripe;
    }
  }
}

/** Strokes a line at a distance to the path, to the left where it is negative. */
function strokeBeside(context: CanvasRenderingContext2D, path: PathTable, distance: number): void {
  const { points, pointCount } = path;
  context.beginPath();
  for (let index = 0; index < pointCount; index += 1) {
    const before = Math.max(0, index - 1);
    const after = Math.min(pointCount - 1, index + 1);
    const dx = points[2 * after] - points[2 * before];
    const dy = points[2 * after + 1] - points[2 * before + 1];
    const length = Math.hypot(dx, dy) || 1;
    const x = points[2 * index] + (dy / length) * distance;
    const y = points[2 * index + 1] - (dx / length) * distance;
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
}
