import type { ArchitectureDocument } from '../architecture/document';
import { Simulation } from './engine/simulation';
import { kernelRunOf } from './kernel/kernel-run';
import { RequestLog } from './measurement/request-log';
import { resultOf } from './measurement/summarize-run';
import { faultImpact } from './replications/fault-impact';
import { faultSpanOf, withoutFaults } from './replications/fault-span';
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
  /** Whether what its faults did is left out, for which it is run without them as well; default false. */
  isAlone?: boolean;
}

/**
 * Runs one deployment from start to end; a document in which something goes wrong once more without
 * that, to tell what it did. The engine has no clock, so the caller adds the wall time.
 */
export function runDeployment(options: RunOptions): Omit<RunResult, 'wallMs'> {
  const { result, addFault } = runAlone(options);
  return addFault(result);
}

/** The run by itself, and what is left to do: to compare it with the one without its faults. */
export function runAlone(options: RunOptions) {
  const { document, deploymentId, warmupSeconds = 0, isAlone = false } = options;
  const span = isAlone ? null : faultSpanOf(document, deploymentId);
  const { simulation, requests } = simulate(options, span !== null);
  const addFault = <Result extends Omit<RunResult, 'wallMs'>>(result: Result): Result => {
    if (span === null || requests === null) return result;
    const healthy = simulate({ ...options, document: withoutFaults(document) }, true).requests;
    if (healthy === null) return result;
    const warmupMs = warmupSeconds * 1000;
    const fault = faultImpact({ document, healthy, faulty: requests, span, warmupMs });
    return { ...result, fault };
  };
  return { result: resultOf(simulation), addFault };
}

function simulate(options: RunOptions, hasRequests: boolean) {
  const { document, deploymentId, seed, seconds, warmupSeconds = 0 } = options;
  const warmupMs = warmupSeconds * 1000;
  const simulation = new Simulation({
    document,
    deploymentId,
    seed,
    warmupMs,
    kernel: kernelRunOf,
  });
  const log = hasRequests ? new RequestLog(document.journeys.length) : null;
  if (log !== null) simulation.logRequests(log);
  simulation.runUntil(seconds * 1000);
  const requests = log && { journeys: log.journeys, endMs: simulation.nowMs };
  return { simulation, requests };
}
