/**
 * Slots, queues and moving requests over the graph, painted from the frames of
 * the feed without any part of React. Two layers: states change a few times a
 * second, requests move with every picture. It paints when a frame comes, when
 * the drawing moves, and while something is on its way; nothing runs while the
 * run is paused or cannot be seen.
 */
import type { RunFeed } from '../../playback/run-feed';
import { type DeploymentFrame, type Frame, unitFieldCount } from '../../simulation/frame';
import { overlaps } from '../layout/box';
import type { CanvasColors } from './canvas-colors';
import { FlowPainter } from './flow-painter';
import { Ink } from './ink';
import { Layer, type LayerView } from './layer';
import { type FrameTiming, MovingRequests } from './moving-requests';
import { inkQueue } from './queue-painter';
import { replicaRowsOf } from './replica-rows';
import { RequestPainter } from './request-painter';
import { type Scene, travelMsMax } from './scene';
import { SlotPainter } from './slot-painter';
import { WatcherClock } from './watcher-clock';

/** What the units' slots and queues are painted from. */
export interface ShownUnits {
  readonly frame: DeploymentFrame;
  /** Simulated ms. */
  readonly timeMs: number;
  readonly scene: Scene;
  readonly view: LayerView;
}

/** What the moving requests are painted from. */
export interface ShownRequests {
  readonly requests: MovingRequests;
  /** Of the watcher's clock, ms. */
  readonly nowMs: number;
  readonly scene: Scene;
  readonly view: LayerView;
}

/** More requests than this under way on a px of the calls' lines, and single ones are not told apart. */
const densityMax = 0.3;
/** A small drawing bears this many on any lines. */
const aliveMaxLeast = 250;
/** Below this share of the most, single ones show again. */
const shareForDots = 0.6;
/** From this speed on, flow is shown. */
export const flowSpeed = 60;
/** Slots, queues and flow are shown as they are this often, in ms: faster would only flicker. */
const stateIntervalMs = 90;
const stateIntervalReducedMs = 500;

/** What belongs to a unit, such as its queue, reaches so far beyond its box, px of the drawing. */
const reachBeyondBox = 40;

export class Overlay {
  readonly #states: Layer;
  readonly #moving: Layer;
  readonly #feed: RunFeed;
  readonly #clock = new WatcherClock();
  readonly #requests = new MovingRequests();
  readonly #requestPainter = new RequestPainter();
  readonly #slotPainter = new SlotPainter();
  readonly #flowPainter = new FlowPainter();
  readonly #queueInk = new Ink();
  readonly #leaveFeed: () => void;
  #scene: Scene | null = null;
  #colors: CanvasColors | null = null;
  #view: LayerView = { x: 0, y: 0, zoom: 1 };
  #isReduced = false;
  #isFlow = false;
  #lastTimeMs: number;
  #stateFrame: DeploymentFrame | null = null;
  /** The instant of `#stateFrame`, simulated ms. */
  #stateTimeMs = 0;
  #stateWallMs = Number.NEGATIVE_INFINITY;
  #areStatesStale = true;
  #pending = 0;

  constructor(states: HTMLCanvasElement, moving: HTMLCanvasElement, feed: RunFeed) {
    this.#states = new Layer(states);
    this.#moving = new Layer(moving);
    this.#feed = feed;
    this.#lastTimeMs = feed.current()?.timeMs ?? 0;
    this.#leaveFeed = feed.subscribe((frame) => this.#take(frame));
  }

  setScene(scene: Scene): void {
    // Requests under way keep to their calls: a moved line carries them along.
    if (this.#scene?.bundleOfEdge !== scene.bundleOfEdge) this.#requests.clear();
    this.#scene = scene;
    this.#adopt(this.#feed.current());
    this.#repaint();
  }

  setColors(colors: CanvasColors): void {
    this.#colors = colors;
    this.#repaint();
  }

  setView(view: LayerView): void {
    const { x, y, zoom } = this.#view;
    if (view.x === x && view.y === y && view.zoom === zoom) return;
    this.#view = view;
    this.#repaint();
  }

  setReducedMotion(isReduced: boolean): void {
    this.#isReduced = isReduced;
    this.#requests.clear();
    this.#repaint();
  }

  /** The requests that are shown as dots, and where; `null` where none are. */
  shownRequests(): ShownRequests | null {
    if (this.#isFlow || this.#isReduced || this.#scene === null) return null;
    const [requests, scene, view] = [this.#requests, this.#scene, this.#view];
    return { requests, nowMs: this.#clock.nowMs, scene, view };
  }

  /** What is painted of units, and where; `null` where nothing is, or too small to be told. */
  shownUnits(): ShownUnits | null {
    const frame = this.#stateFrame;
    const scene = this.#scene;
    if (frame === null || scene === null || this.#view.zoom < scene.slotZoomMin) return null;
    return { frame, timeMs: this.#stateTimeMs, scene, view: this.#view };
  }

  /** Size of the pane in CSS pixels. */
  resize(width: number, height: number): void {
    this.#states.resize(width, height);
    this.#moving.resize(width, height);
    // At once, or the resized layers would flash empty.
    this.#paintStates();
    this.#paintMoving();
  }

  dispose(): void {
    this.#leaveFeed();
    cancelAnimationFrame(this.#pending);
  }

  #repaint(): void {
    this.#areStatesStale = true;
    this.#awaitPicture();
  }

  #awaitPicture(): void {
    if (this.#pending === 0) this.#pending = requestAnimationFrame((ms) => this.#picture(ms));
  }

  #picture(wallMs: number): void {
    this.#pending = 0;
    const { isPlaying } = this.#feed;
    this.#clock.advance(wallMs, isPlaying);
    if (isPlaying) this.#countRequests();
    else this.#settle();
    if (this.#areStatesStale) this.#paintStates();
    this.#paintMoving();
    if (isPlaying && this.#requests.count > 0) this.#awaitPicture();
    else this.#clock.rest();
  }

  #countRequests(): void {
    this.#requests.dropArrived(this.#clock.nowMs);
    const aliveMax = Math.max(aliveMaxLeast, densityMax * (this.#scene?.callsLengthPx ?? 0));
    const isFlow =
      this.#feed.pacing().speed >= flowSpeed ||
      this.#requests.count > (this.#isFlow ? shareForDots * aliveMax : aliveMax);
    if (isFlow !== this.#isFlow) this.#areStatesStale = true;
    this.#isFlow = isFlow;
  }

  /** A paused run shows its very last frame. */
  #settle(): void {
    const frame = this.#feed.current();
    if (this.#ownFrame(frame) === this.#stateFrame) return;
    this.#adopt(frame);
    this.#areStatesStale = true;
  }

  #adopt(frame: Frame | null): void {
    this.#stateFrame = this.#ownFrame(frame);
    this.#stateTimeMs = frame?.timeMs ?? 0;
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
    const wallMs = performance.now();
    const spreadMs = this.#clock.noteFrame(wallMs);
    this.#flowPainter.observe(own, this.#scene);
    if (!this.#isReduced) {
      const timing = this.#timingOf(frame, spreadMs);
      this.#requests.add(own, this.#scene, frame.requestsPerDot, timing);
      this.#requests.dropArrived(this.#clock.nowMs);
    }
    this.#lastTimeMs = frame.timeMs;
    const intervalMs = this.#isReduced ? stateIntervalReducedMs : stateIntervalMs;
    if (wallMs - this.#stateWallMs >= intervalMs || !this.#feed.isPlaying) {
      this.#adopt(frame);
      this.#stateWallMs = wallMs;
      this.#areStatesStale = true;
    }
    if (this.#areStatesStale || this.#requests.count > 0) this.#awaitPicture();
  }

  /** Those of an instant that was sought are on their way already, as if one had watched. */
  #timingOf({ timeMs }: Frame, spreadMs: number): FrameTiming {
    const { nowMs } = this.#clock;
    const { fromMs, toMs, speed } = this.#feed.pacing();
    const isSought = fromMs === toMs && timeMs !== this.#lastTimeMs;
    if (!isSought) return { nowMs, fromMs: this.#lastTimeMs, toMs: timeMs, spreadMs };
    this.#requests.clear();
    return {
      nowMs: nowMs - travelMsMax,
      fromMs: timeMs - travelMsMax * speed,
      toMs: timeMs,
      spreadMs: travelMsMax,
    };
  }

  /** Of a run that goes on elsewhere the last picture stays until the next one comes, a moment later. */
  #forget(): void {
    this.#requests.clear();
    if (this.#feed.current() === null) this.#stateFrame = null;
    this.#lastTimeMs = 0;
    this.#repaint();
  }

  #paintMoving(): void {
    const { count } = this.#requests;
    if (count === 0 || this.#isFlow || this.#scene === null || this.#colors === null) {
      this.#moving.clear();
      return;
    }
    const context = this.#moving.begin(this.#view);
    if (context === null) return;
    const { zoom } = this.#view;
    const { nowMs } = this.#clock;
    this.#requestPainter.paint(context, this.#requests, this.#scene, nowMs, zoom, this.#colors);
  }

  #paintStates(): void {
    this.#areStatesStale = false;
    const frame = this.#stateFrame;
    const scene = this.#scene;
    const colors = this.#colors;
    if (frame === null || scene === null || colors === null) {
      this.#states.clear();
      return;
    }
    const context = this.#states.begin(this.#view);
    if (context === null) return;
    if (this.#isFlow && !this.#isReduced) this.#flowPainter.paint(context, frame, scene, colors);
    if (this.#view.zoom >= scene.slotZoomMin) this.#paintUnits(context, frame, scene, colors);
  }

  #paintUnits(
    context: CanvasRenderingContext2D,
    frame: DeploymentFrame,
    scene: Scene,
    colors: CanvasColors,
  ): void {
    const rows = replicaRowsOf(frame, frame.units.length / unitFieldCount);
    const sight = this.#states.sight(this.#view);
    for (const unit of scene.units) {
      const { box } = unit;
      if (!overlaps(sight, box, reachBeyondBox)) continue;
      if (unit.isOverOther) context.clearRect(box.x, box.y, box.width, box.height);
      this.#slotPainter.paint(context, unit, frame, rows, colors);
      if (unit.slots !== null) inkQueue(this.#queueInk, unit, frame, rows, colors);
    }
    this.#queueInk.fill(context);
    const { carried } = scene;
    if (carried !== null) {
      context.clearRect(carried.x, carried.y, carried.width, carried.height);
    }
  }
}
