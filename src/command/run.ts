import type { RunOptions } from '../simulation/run-deployment';
import type { RunResult } from '../simulation/run-result';
import { chosenRun, chosenRunFlags } from './chosen-run';
import { readFlags } from './read-flags';
import { resultTable } from './result-table';

const flagTypes = { ...chosenRunFlags, json: 'boolean' } as const;

/** `run FILE-OR-NAME …`: simulates one deployment and gives what is to be printed. */
export async function run(args: readonly string[]): Promise<string> {
  const flags = readFlags(args, flagTypes);
  const choice = await chosenRun('run', flags);
  const result = await timedRun(choice);
  return flags.isGiven('json')
    ? JSON.stringify(result, null, 2)
    : resultTable(result, choice.document, choice.deployment);
}

async function timedRun(options: RunOptions): Promise<RunResult> {
  // Loaded only now, so that help and checks do not wait for the engine.
  const { runAlone } = await import('../simulation/run-deployment');
  const startedMs = performance.now();
  const { result, addFault } = runAlone(options);
  const wallMs = Math.round((performance.now() - startedMs) * 1000) / 1000;
  // In the order in which the result's type tells them.
  const { document, deployment, seed, simulatedSeconds, warmupSeconds, events, ...rest } = result;
  const run = { document, deployment, seed, simulatedSeconds, warmupSeconds, events };
  // The run without the fault is no part of the time that this one took.
  return addFault({ ...run, wallMs, ...rest });
}
