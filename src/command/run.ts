import { isDraft } from '../architecture/deployment';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { nearest } from '../architecture/nearest';
import type { RunOptions } from '../simulation/run-deployment';
import type { RunResult } from '../simulation/run-result';
import { CommandError, meant } from './command-error';
import { findDocument } from './find-document';
import { readFlags } from './read-flags';
import { resultTable } from './result-table';

/** The seed that a run has when none is given. */
export const defaultSeed = 42;
export const defaultSeconds = 90;

const seedBounds = { min: 0, max: 2 ** 32 - 1, isWhole: true };

const flagTypes = {
  deployment: 'string',
  seed: 'string',
  seconds: 'string',
  warmup: 'string',
  json: 'boolean',
} as const;

/** `run FILE-OR-NAME …`: simulates one deployment and gives what is to be printed. */
export async function run(args: readonly string[]): Promise<string> {
  const flags = readFlags(args, flagTypes);
  const [nameOrFile, ...others] = flags.positionals;
  if (nameOrFile === undefined) throw new CommandError(['run: name a file or a document']);
  if (others.length > 0) {
    throw new CommandError([`run: one document at a time, not also ${others.join(', ')}`]);
  }
  const { document, story } = await findDocument(nameOrFile);
  const deployment = deploymentOf(document, flags.text('deployment') ?? story?.deployments[0]);
  const seed = flags.number('seed', story?.seed ?? defaultSeed, seedBounds);
  const storySeconds = story === null ? defaultSeconds : story.durationMs / 1000;
  const seconds = flags.number('seconds', storySeconds, { min: 0.001, max: 1e9 });
  const warmupSeconds = flags.number('warmup', 0, { min: 0, max: 1e9 });
  if (warmupSeconds >= seconds) {
    throw new CommandError([
      `--warmup ${warmupSeconds}: the warm-up is the first part of the run; make it shorter than its ${seconds} seconds`,
    ]);
  }
  const result = await timedRun({
    document,
    deploymentId: deployment.id,
    seed,
    seconds,
    warmupSeconds,
  });
  return flags.isGiven('json')
    ? JSON.stringify(result, null, 2)
    : resultTable(result, document, deployment);
}

async function timedRun(options: RunOptions): Promise<RunResult> {
  // Loaded only now, so that help and checks do not wait for the engine.
  const { runDeployment } = await import('../simulation/run-deployment');
  const startedMs = performance.now();
  const result = runDeployment(options);
  const wallMs = Math.round((performance.now() - startedMs) * 1000) / 1000;
  // In the order in which the result's type tells them.
  const { document, deployment, seed, simulatedSeconds, warmupSeconds, events, ...rest } = result;
  const run = { document, deployment, seed, simulatedSeconds, warmupSeconds, events };
  return { ...run, wallMs, ...rest };
}

function deploymentOf(document: ArchitectureDocument, id: string | undefined): Deployment {
  const { deployments } = document;
  const ids = deployments.map((deployment) => deployment.id);
  const first = deployments.find((deployment) => !isDraft(deployment));
  const found = id === undefined ? first : deployments[ids.indexOf(id)];
  if (found && !isDraft(found)) return found;
  if (found || id === undefined) {
    throw new CommandError([
      `--deployment ${found?.id ?? ids[0]}: it has no units yet; write them out to run it`,
    ]);
  }
  const suggestion = nearest(id ?? '', ids);
  throw new CommandError([
    `--deployment ${id}: ${document.id} has no such deployment; it has ${ids.join(', ')}${meant(suggestion, '')}`,
  ]);
}
