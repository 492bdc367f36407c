/**
 * The run's course ahead of its watcher, worked out a slice at a time, so that
 * an instant there is reached from a copy near it like one of the past. The run
 * itself stays where it is.
 */
import type { Frame } from '../simulation/frame';
import { leavingInPlace } from './find-instant';
import {
  applyDue,
  frameOf,
  goTo,
  type HostedRun,
  keepCheckpoint,
  nextEntryMs,
  standOf,
} from './hosted-run';

export interface Foresight {
  /** Up to here everything is known. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether the time for it is over. */
  isOver(): boolean;
}

/** The frame of where it has come to, at most `toMs`. */
export function foresee(run: HostedRun, { fromMs, toMs, isOver }: Foresight): Frame {
  return leavingInPlace(run, () => {
    const { checkpoints } = run;
    const { ahead } = checkpoints;
    const start = ahead?.timeMs === fromMs ? ahead : checkpoints.before(fromMs);
    if (start !== null) goTo(run, start);
    applyDue(run);
    while (run.timeMs < toMs && !(run.timeMs > fromMs && isOver())) walkOneStep(run, toMs);
    const frame = frameOf(run);
    checkpoints.ahead = standOf(run);
    return withoutHops(frame);
  });
}

function walkOneStep(run: HostedRun, toMs: number): void {
  run.timeMs = Math.min(toMs, run.timeMs + run.stepMs, nextEntryMs(run));
  for (const { simulation } of run.simulations) simulation.runUntil(run.timeMs);
  applyDue(run);
  keepCheckpoint(run);
}

/** Nobody sees them travel there. */
function withoutHops(frame: Frame): Frame {
  const deployments = frame.deployments.map((own) => ({ ...own, hops: new Float64Array(0) }));
  return { ...frame, deployments };
}
