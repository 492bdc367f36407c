/**
 * The one door between the page and the engine. The page asks for progress
 * (`advance`), the worker simulates in slices, so that commands get in between,
 * and answers with one frame. Every message carries the id of the run it is
 * about; messages about another run are dropped.
 */
import type { ArchitectureDocument } from '../architecture/document';
import type { Command } from '../simulation/command';
import type { Frame } from '../simulation/frame';

export interface RunRequest {
  document: ArchitectureDocument;
  /** The deployments to run side by side, one or two (or more), all on one clock. */
  deploymentIds: string[];
  seed: number;
  /** Applied at time 0, before the first arrival. */
  commands: Command[];
}

export type PageMessage =
  /**
   * Starts a run. `resumeBeforeMs` is given when it is the run under way, with
   * the same commands: it may then go on from an instant at or before that one
   * instead of 0; `ready` says from which.
   */
  | { type: 'start'; runId: number; run: RunRequest; resumeBeforeMs: number | null }
  /**
   * Simulate up to `toMs` (simulated); answered by one `frame`, short of `toMs`
   * when the budget ran out. `speed` is how many simulated milliseconds the
   * watcher means to see per millisecond (> 0): it decides how many requests
   * one dot stands for.
   */
  | { type: 'advance'; runId: number; toMs: number; speed: number }
  | { type: 'command'; runId: number; command: Command };

export type WorkerMessage =
  /** The run stands at `timeMs`: 0, or the past instant from which it goes on. */
  | { type: 'ready'; runId: number; timeMs: number }
  | { type: 'frame'; runId: number; frame: Frame }
  /** A broken invariant or a document that cannot run. Carries what is needed to replay it. */
  | { type: 'failed'; runId: number; message: string; seed: number; atMs: number; events: number };
