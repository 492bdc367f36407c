/**
 * The run's course ahead of its watcher, worked out a slice at a time by forks
 * of its simulations, so that an instant there is reached from a copy near it
 * like one of the past. The run itself stays where it is.
 */
import type { Frame } from '../simulation/frame';
import { applyDue, frameOf, goTo, type HostedRun, keepCheckpoint, nextEntryMs } from './hosted-run';

export interface Foresight {
  /** Up to here everything is known. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether the time for it is over. */
  isOver(): boolean;
}

/** The frame of where it has come to: beyond `fromMs`, at most `toMs`. */
export function foresee(run: HostedRun, { fromMs, toMs, isOver }: Foresight): Frame {
  run.ahead ??= forkOf(run);
  const { ahead } = run;
  ahead.script = run.script;
  if (ahead.timeMs !== fromMs) {
    const start = run.checkpoints.before(fromMs);
    if (start !== null) goTo(ahead, start);
  }
  applyDue(ahead);
  while (ahead.timeMs < toMs && (ahead.timeMs <= fromMs || !isOver())) walkOneStep(ahead, toMs);
  return withoutHops(frameOf(ahead));
}

/** It stands nowhere yet. */
function forkOf(run: HostedRun): HostedRun {
  const simulations = run.simulations.map(({ deploymentId, simulation }) => ({
    deploymentId,
    simulation: simulation.fork(),
  }));
  return { ...run, simulations, timeMs: Number.NaN, sent: [], step: null, ahead: null };
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
