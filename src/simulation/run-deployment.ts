import type { ArchitectureDocument } from '../architecture/document';
import { Simulation } from './engine/simulation';
import type { RunResult } from './run-result';

export interface RunOptions {
  /** A checked document. */
  document: ArchitectureDocument;
  deploymentId: string;
  /** Whole number ≥ 0. */
  seed: number;
  /** Simulated time, warm-up included, s. */
  seconds: number;
  /** Requests that arrive in the first seconds are not counted; default 0. */
  warmupSeconds?: number;
}

/** Runs one deployment from start to end. The engine has no clock, so the caller adds the wall time. */
export function runDeployment(options: RunOptions): Omit<RunResult, 'wallMs'> {
  const { document, deploymentId, seed, seconds, warmupSeconds = 0 } = options;
  const simulation = new Simulation({
    document,
    deploymentId,
    seed,
    warmupMs: warmupSeconds * 1000,
  });
  simulation.runUntil(seconds * 1000);
  return simulation.result();
}
