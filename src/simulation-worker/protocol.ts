/**
 * The one door between the page and the engine. The page asks for progress
 * (`advance`), the worker simulates in slices, so that commands get in between,
 * and answers with one frame. Every message carries the id of the run it is
 * about; messages about another run are dropped.
 */
import type { ArchitectureDocument } from '../architecture/document';
import type { Command } from '../simulation/command';
import type { Frame } from '../simulation/frame';
import type { Script } from '../simulation/script';
import type { UnitMoment, UnitVisit } from '../simulation/unit-visit';

/** Whether every event counts, or only that a customer's request arrives or ends. */
export type Occasion = 'event' | 'request';

/** Everything that the course of a run follows from. */
export interface RunRequest {
  readonly document: ArchitectureDocument;
  /** The deployments to run side by side, one or two (or more), all on one clock. */
  readonly deploymentIds: readonly string[];
  readonly seed: number;
  /** What happens on the way, by time; what stands at 0 is in force before the first arrival. */
  readonly script: Script;
}

export type PageMessage =
  | { type: 'start'; runId: number; run: RunRequest }
  /**
   * The run under way goes on as `runId` with this script, from an instant at
   * or before `beforeMs`; `ready` says from which. Where the scripts differ,
   * nothing is left of what was known.
   */
  | { type: 'resume'; runId: number; script: Script; beforeMs: number }
  /**
   * Simulate up to `toMs` (simulated); answered by one `frame`, short of `toMs`
   * when the budget ran out. `speed` is how many simulated milliseconds the
   * watcher means to see per millisecond (> 0): it decides how many requests
   * one dot stands for.
   */
  | { type: 'advance'; runId: number; toMs: number; speed: number }
  /**
   * The watcher may soon go to an instant up to `toMs`: what comes after `fromMs`, up to where all of it
   * is known, is to be worked out ahead. Done when no advance waits; answered by one `foreseen`, short of
   * `toMs` when the time of a slice was over. The run stays where it is.
   */
  | { type: 'foresee'; runId: number; fromMs: number; toMs: number }
  /** Takes effect where the run stands and belongs to its script from then on; answered by `applied`. */
  | { type: 'command'; runId: number; command: Command }
  /** When does it happen next, or did it happen last? Answered by `found`; the run stays where it is. */
  | { type: 'find'; runId: number; fromMs: number; occasion: Occasion; isBack: boolean }
  /** Who was at a unit at an instant of the run? Answered by `visits`; the run stays where it is. */
  | { type: 'look'; runId: number; lookId: number; moment: UnitMoment };

export type WorkerMessage =
  /** The run stands at `timeMs`: 0, or the instant from which it goes on. */
  | { type: 'ready'; runId: number; timeMs: number }
  | { type: 'frame'; runId: number; frame: Frame }
  /** What will be at an instant ahead, with the windows up to there and without hops. */
  | { type: 'foreseen'; runId: number; frame: Frame }
  /** A command that was sent took effect at this instant. */
  | { type: 'applied'; runId: number; atMs: number; command: Command }
  | { type: 'found'; runId: number; timeMs: number }
  | { type: 'visits'; runId: number; lookId: number; visits: readonly UnitVisit[] }
  /** A broken invariant or a document that cannot run. Carries what is needed to replay it. */
  | { type: 'failed'; runId: number; message: string; seed: number; atMs: number; events: number };
