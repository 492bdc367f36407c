/**
 * The one canvas over the graph: slots, queues and moving requests, painted
 * from the frames of the feed without any part of React. It paints when a frame
 * comes, when the drawing moves, and while something is on its way; nothing
 * runs while the run is paused or cannot be seen.
 */
import type { RunFeed } from '../../playback/run-feed';
import { type DeploymentFrame, type Frame, unitFieldCount } from '../../simulation/frame';
import type { CanvasColors } from './canvas-colors';
import { FlowPainter } from './flow-painter';
import { Ink } from './ink';
import { MovingRequests } from './moving-requests';
import { inkQueue } from './queue-painter';
import { replicaRowsOf } from './replica-rows';
import { RequestPainter } from './request-painter';
import type { Scene } from './scene';
import { SlotPainter } from './slot-painter';

export interface OverlayView {
  x: number;
  y: number;
  zoom: number;
}

/** More requests than this under way, and single ones are not told apart. */
const aliveMax = 250;
/** Below this, single ones show again. */
const aliveForDots = 140;
/** From this speed on, flow is shown. */
export const flowSpeed = 60;
/** Slots and queues are shown as they are this often, in ms: faster would only flicker. */
const slotIntervalMs = 90;
const slotIntervalReducedMs = 500;
/** Below this zoom slots and queues are too small to be told. */
export const slotZoomMin = 0.55;
const pixelRatioMax = 2;

export class Overlay {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  readonly #feed: RunFeed;
  readonly #requests = new MovingRequests();
  readonly #requestPainter = new RequestPainter();
  readonly #slotPainter = new SlotPainter();
  readonly #flowPainter = new FlowPainter();
  readonly #queueInk = new Ink();
  readonly #leaveFeed: () => void;
  #scene: Scene | null = null;
  #colors: CanvasColors | null = null;
  #view: OverlayView = { x: 0, y: 0, zoom: 1 };
  #pixelRatio = 1;
  #isReduced = false;
  #isFlow = false;
  /** Time that the watcher has seen pass while the run played, ms. */
  #clockMs = 0;
  #wallMs: number | null = null;
  #frameIntervalMs = 1000 / 60;
  #frameWallMs: number | null = null;
  #lastTimeMs = 0;
  #slotFrame: DeploymentFrame | null = null;
  #slotWallMs = Number.NEGATIVE_INFINITY;
  #pending = 0;

  constructor(canvas: HTMLCanvasElement, feed: RunFeed) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    this.#feed = feed;
    this.#leaveFeed = feed.subscribe((frame) => this.#take(frame));
    this.#lastTimeMs = feed.current()?.timeMs ?? 0;
  }

  setScene(scene: Scene): void {
    if (this.#scene?.deploymentId !== scene.deploymentId) this.#requests.clear();
    this.#scene = scene;
    this.#slotFrame = this.#ownFrame(this.#feed.current());
    this.requestPaint();
  }

  setColors(colors: CanvasColors): void {
    this.#colors = colors;
    this.requestPaint();
  }

  setView(view: OverlayView): void {
    this.#view = view;
    this.requestPaint();
  }

  setReducedMotion(isReduced: boolean): void {
    this.#isReduced = isReduced;
    this.#requests.clear();
    this.requestPaint();
  }

  /** Size of the pane in CSS pixels. */
  resize(width: number, height: number): void {
    this.#pixelRatio = Math.min(pixelRatioMax, window.devicePixelRatio || 1);
    this.#canvas.width = Math.round(width * this.#pixelRatio);
    this.#canvas.height = Math.round(height * this.#pixelRatio);
    this.#paint();
  }

  requestPaint(): void {
    if (this.#pending !== 0) return;
    this.#pending = requestAnimationFrame((wallMs) => {
      this.#pending = 0;
      this.#advanceClock(wallMs);
      this.#paint();
      if (this.#feed.isPlaying && this.#requests.count > 0) this.requestPaint();
      else this.#wallMs = null;
    });
  }

  dispose(): void {
    this.#leaveFeed();
    cancelAnimationFrame(this.#pending);
  }

  #ownFrame(frame: Frame | null): DeploymentFrame | null {
    const id = this.#scene?.deploymentId;
    return frame?.deployments.find((deployment) => deployment.deploymentId === id) ?? null;
  }

  #take(frame: Frame | null): void {
    const own = this.#ownFrame(frame);
    if (frame === null || own === null || this.#scene === null) {
      this.#forget();
      return;
    }
    const nowMs = performance.now();
    this.#measureInterval(nowMs);
    this.#flowPainter.observe(own, this.#scene);
    if (!this.#isReduced) {
      this.#requests.add(own, this.#scene, frame.requestsPerDot, {
        nowMs: this.#clockMs,
        fromMs: this.#lastTimeMs,
        toMs: frame.timeMs,
        spreadMs: this.#frameIntervalMs,
      });
    }
    this.#lastTimeMs = frame.timeMs;
    const slotMs = this.#isReduced ? slotIntervalReducedMs : slotIntervalMs;
    if (nowMs - this.#slotWallMs >= slotMs || !this.#feed.isPlaying) {
      this.#slotFrame = own;
      this.#slotWallMs = nowMs;
    } else if (this.#isReduced) {
      return;
    }
    this.requestPaint();
  }

  #forget(): void {
    this.#requests.clear();
    this.#slotFrame = null;
    this.#lastTimeMs = 0;
    this.#frameWallMs = null;
    this.requestPaint();
  }

  #measureInterval(nowMs: number): void {
    if (this.#frameWallMs !== null) {
      const intervalMs = Math.min(120, Math.max(8, nowMs - this.#frameWallMs));
      this.#frameIntervalMs += (intervalMs - this.#frameIntervalMs) * 0.1;
    }
    this.#frameWallMs = nowMs;
  }

  #advanceClock(wallMs: number): void {
    if (this.#feed.isPlaying) {
      if (this.#wallMs !== null) this.#clockMs += Math.min(100, wallMs - this.#wallMs);
      this.#wallMs = wallMs;
      this.#requests.dropArrived(this.#clockMs);
      const limit = this.#isFlow ? aliveForDots : aliveMax;
      this.#isFlow = this.#requests.count > limit || this.#feed.pacing().speed >= flowSpeed;
    } else {
      this.#wallMs = null;
    }
  }

  #paint(): void {
    const context = this.#context;
    const scene = this.#scene;
    const colors = this.#colors;
    if (context === null) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    if (scene === null || colors === null) return;
    const { x, y, zoom } = this.#view;
    const ratio = this.#pixelRatio;
    context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
    const current = this.#ownFrame(this.#feed.current());
    if (this.#isFlow && !this.#isReduced && current !== null) {
      this.#flowPainter.paint(context, current, scene, colors);
    }
    if (this.#slotFrame !== null && zoom >= slotZoomMin) {
      this.#paintUnits(context, this.#slotFrame, scene, colors);
    }
    if (!this.#isFlow && !this.#isReduced) {
      this.#requestPainter.paint(context, this.#requests, scene, this.#clockMs, zoom, colors);
    }
  }

  #paintUnits(
    context: CanvasRenderingContext2D,
    frame: DeploymentFrame,
    scene: Scene,
    colors: CanvasColors,
  ): void {
    const rows = replicaRowsOf(frame, frame.units.length / unitFieldCount);
    for (const unit of scene.units) {
      const { box } = unit;
      if (unit.isOverOther) context.clearRect(box.x, box.y, box.width, box.height);
      this.#slotPainter.paint(context, unit, frame, rows, colors);
      if (unit.slots !== null) inkQueue(this.#queueInk, unit, frame, rows, colors);
    }
    this.#queueInk.fill(context);
  }
}
