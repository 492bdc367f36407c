/** A run as the worker holds it: one simulation per deployment, all on one clock. */
import type { ArchitectureDocument } from '../architecture/document';
import type { Command } from '../simulation/command';
import {
  type DeploymentFrame,
  type Frame,
  JourneyField,
  journeyFieldCount,
} from '../simulation/frame';
import type { Checkpoints } from './checkpoints';
import type { DotSampling } from './dot-sampling';

/** As much of the engine's `Simulation` as the host needs. */
export interface HostedSimulation {
  readonly nowMs: number;
  readonly events: number;
  readonly stopped: { atMs: number; reason: string } | null;
  /** True when `timeMs` was reached, false when the event limit came first. */
  runUntil(timeMs: number, eventLimit?: number): boolean;
  apply(command: Command): void;
  setSampling(requestsPerDot: number): void;
  takeFrame(): DeploymentFrame;
  /** The whole state copied out, for `restore` to go back to. */
  checkpoint(): unknown;
  restore(checkpoint: unknown): void;
}

export interface HostedSimulationOptions {
  document: ArchitectureDocument;
  deploymentId: string;
  seed: number;
  isObserved: true;
}

export interface HostedRun {
  runId: number;
  seed: number;
  simulations: { deploymentId: string; simulation: HostedSimulation }[];
  sampling: DotSampling;
  checkpoints: Checkpoints;
  /** On the worker's clock: a checkpoint before would take too much of its time. */
  nextCheckpointAtMs: number;
  /** A command was applied after time 0: the checkpoints are of another past. */
  isChanged: boolean;
  /** Where all deployments stand between steps. */
  nowMs: number;
  commands: Command[];
  step: { toMs: number; simulationIndex: number; workedMs: number } | null;
  stepMs: number;
}

/** A question of the page that waits for its frame. */
export interface Advance {
  toMs: number;
  speed: number;
  startedAtMs: number | null;
  /** A command came meanwhile: answer as soon as it is applied. */
  isCutShort: boolean;
}

/** The run as it stands, for the page; takes what has gathered since the last frame. */
export function frameOf(run: HostedRun): Frame {
  return {
    timeMs: run.nowMs,
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
