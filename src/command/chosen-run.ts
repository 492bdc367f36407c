import { isDraft } from '../architecture/deployment';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { nearest } from '../architecture/nearest';
import { CommandError, meant } from './command-error';
import { findDocument } from './find-document';
import type { Flags } from './read-flags';

/** The seed that a run has when none is given. */
export const defaultSeed = 42;
export const defaultSeconds = 90;

const seedBounds = { min: 0, max: 2 ** 32 - 1, isWhole: true };

/** The flags that say which run is meant. */
export const chosenRunFlags = {
  deployment: 'string',
  seed: 'string',
  seconds: 'string',
  warmup: 'string',
} as const;

export interface ChosenRun {
  document: ArchitectureDocument;
  deployment: Deployment;
  deploymentId: string;
  seed: number;
  seconds: number;
  warmupSeconds: number;
}

/** The run of one deployment that arguments name; a story's own where they do not say. */
export async function chosenRun(command: string, flags: Flags): Promise<ChosenRun> {
  const [nameOrFile, ...others] = flags.positionals;
  if (nameOrFile === undefined) throw new CommandError([`${command}: name a file or a document`]);
  if (others.length > 0) {
    throw new CommandError([`${command}: one document at a time, not also ${others.join(', ')}`]);
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
  return { document, deployment, deploymentId: deployment.id, seed, seconds, warmupSeconds };
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
