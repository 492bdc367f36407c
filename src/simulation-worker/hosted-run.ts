/**
 * A run as the worker holds it: one simulation per deployment, all on one
 * clock, and the script with what of it has taken effect.
 */
import type { ArchitectureDocument } from '../architecture/document';
import type { Command, TimedCommand } from '../simulation/command';
import {
  type DeploymentFrame,
  type Frame,
  JourneyField,
  journeyFieldCount,
} from '../simulation/frame';
import { commonLength, type Script } from '../simulation/script';
import { expectedArrivalRate } from '../simulation/theory/expected-arrival-rate';
import type { UnitVisit } from '../simulation/unit-visit';
import { Checkpoints, isOnTheWay, type RunCheckpoint, type RunPosition } from './checkpoints';
import { DotSampling } from './dot-sampling';
import type { RunRequest } from './protocol';

/** As much of the engine's `Simulation` as the host needs. */
export interface HostedSimulation {
  readonly nowMs: number;
  readonly events: number;
  /** When the next event is due, ms; infinite when none is. */
  readonly nextEventMs: number;
  /** How often a customer's request has arrived or ended so far. */
  readonly requestMoments: number;
  readonly stopped: { atMs: number; reason: string } | null;
  /** True when `timeMs` was reached, false when the event limit came first. */
  runUntil(timeMs: number, eventLimit?: number): boolean;
  apply(command: Command): void;
  setSampling(requestsPerDot: number): void;
  takeFrame(): DeploymentFrame;
  /** Who is at a unit now. */
  visitsAt(unitId: string): UnitVisit[];
  /** The whole state copied out, for `restore` to go back to. */
  checkpoint(): SimulationCopy;
  restore(checkpoint: SimulationCopy): void;
  /** A second one with the same past, for which the copies of this one hold as well. */
  fork(): HostedSimulation;
}

export interface SimulationCopy {
  /** About how much memory it takes. */
  readonly bytes: number;
}

export interface HostedSimulationOptions {
  document: ArchitectureDocument;
  deploymentId: string;
  seed: number;
  isObserved: true;
}

export interface HostedRun extends RunPosition {
  runId: number;
  seed: number;
  simulations: { deploymentId: string; simulation: HostedSimulation }[];
  sampling: DotSampling;
  checkpoints: Checkpoints;
  /** Everything that happens, what was sent on the way included. */
  script: TimedCommand[];
  /** What was sent and waits for the end of the step. */
  sent: Command[];
  step: { toMs: number; simulationIndex: number; workedMs: number } | null;
  stepMs: number;
  /** The same run as far as it has been worked out ahead of its watcher; it shares the checkpoints. */
  ahead: HostedRun | null;
}

/** A question of the page that waits for its frame. */
export interface Advance {
  toMs: number;
  speed: number;
  startedAtMs: number | null;
  /** A command came meanwhile: answer as soon as it is applied. */
  isCutShort: boolean;
}

/** A run at time 0 whose simulations are still to be made. */
export function emptyRun(runId: number, request: RunRequest, stepMs: number): HostedRun {
  const { document, seed, script } = request;
  return {
    runId,
    seed,
    simulations: [],
    sampling: new DotSampling(expectedArrivalRate(document)),
    checkpoints: new Checkpoints(),
    timeMs: 0,
    script: [...script],
    appliedCount: 0,
    sent: [],
    step: null,
    stepMs,
    ahead: null,
  };
}

/** The next instant at which something of the script takes effect, ms; infinite after the last one. */
export function nextEntryMs({ script, appliedCount }: HostedRun): number {
  return script[appliedCount]?.atMs ?? Number.POSITIVE_INFINITY;
}

/** Applies what is due between two steps; returns what was sent, now part of the script. */
export function applyDue(run: HostedRun): TimedCommand[] {
  while (nextEntryMs(run) <= run.timeMs) {
    apply(run, run.script[run.appliedCount].command);
    run.appliedCount += 1;
  }
  const applied = run.sent.map((command) => ({ atMs: run.timeMs, command }));
  run.sent = [];
  if (applied.length === 0) return applied;
  run.checkpoints.forgetAfter(run.timeMs);
  if (run.ahead !== null && run.ahead.timeMs > run.timeMs) run.ahead = null;
  run.script.splice(run.appliedCount, 0, ...applied);
  for (const { command } of applied) apply(run, command);
  run.appliedCount += applied.length;
  return applied;
}

function apply(run: HostedRun, command: Command): void {
  for (const { simulation } of run.simulations) {
    // One that has stopped stands in the past: nothing can happen to it any more.
    if (simulation.stopped === null) simulation.apply(command);
  }
  if (command.kind === 'arrival-rate') run.sampling.expect(command.arrivalRatePerSecond);
}

/** Goes on with another script from an instant at or before `beforeMs` that lies on its way as well. */
export function takeUp(run: HostedRun, script: Script, beforeMs: number): void {
  const sameCount = commonLength(run.script, script);
  const isHere = run.step === null && run.timeMs <= beforeMs && isOnTheWay(run, script, sameCount);
  run.checkpoints.adopt(script, sameCount);
  if (run.ahead !== null && !isOnTheWay(run.ahead, script, sameCount)) run.ahead = null;
  run.script = [...script];
  run.sent = [];
  const checkpoint = run.checkpoints.before(beforeMs);
  if (checkpoint === null) throw new Error('The beginning of the run is not there any more.');
  if (!isHere || checkpoint.timeMs > run.timeMs) goTo(run, checkpoint);
}

export function goTo(
  run: HostedRun,
  { timeMs, appliedCount, copies }: Omit<RunCheckpoint, 'events' | 'bytes'>,
): void {
  run.simulations.forEach(({ simulation }, index) => {
    simulation.restore(copies[index]);
  });
  Object.assign(run, { timeMs, appliedCount, step: null });
}

/** Between two steps, where the last checkpoint is far enough behind. */
export function keepCheckpoint(run: HostedRun): void {
  const { simulations, timeMs, appliedCount, checkpoints } = run;
  const events = simulations.reduce((sum, { simulation }) => sum + simulation.events, 0);
  if (!checkpoints.isDue(events)) return;
  const copies = simulations.map(({ simulation }) => simulation.checkpoint());
  const bytes = copies.reduce((sum, copy) => sum + copy.bytes, 0);
  checkpoints.add({ timeMs, appliedCount, events, copies, bytes });
}

/** The run as it stands, for the page; takes what has gathered since the last frame. */
export function frameOf(run: HostedRun): Frame {
  return {
    timeMs: run.timeMs,
    requestsPerDot: run.sampling.requestsPerDot,
    deployments: run.simulations.map(({ simulation }) => simulation.takeFrame()),
  };
}

/** Arrivals of the whole load; every deployment has the same. */
export function arrivalsOf(frame: Frame): number {
  const journeys = frame.deployments[0]?.journeys;
  if (journeys === undefined || journeys.length < journeyFieldCount) return 0;
  return journeys[journeys.length - journeyFieldCount + JourneyField.arrivals];
}
