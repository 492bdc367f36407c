import { checkDocument } from '../architecture/check-document';
import { isDraft } from '../architecture/deployment';
import { describeProblem } from '../architecture/describe-problem';
import type { ArchitectureDocument } from '../architecture/document';
import { nearest } from '../architecture/nearest';
import { readVariation, type Variation, withValueAt } from '../architecture/variation';
import { CommandError, meant } from './command-error';

/** The runs of one setting; the pool's workers take one seed at a time. */
export interface SweepJob {
  document: ArchitectureDocument;
  vary: Record<string, number>;
  deploymentId: string;
  seed: number;
  seconds: number;
  warmupSeconds: number;
  /** Whether it is done without what tells the faults' doing: the same run without them. */
  isAlone: boolean;
}

export interface Shard {
  /** From 1. */
  part: number;
  of: number;
}

/** `1/4`: the first of four parts. */
export function readShard(text: string | null): Shard {
  if (text === null) return { part: 1, of: 1 };
  const [part, of] = text.split('/').map(Number);
  const isSound = /^\d+\/\d+$/.test(text) && part >= 1 && part <= of && of <= 100_000;
  if (!isSound) throw new CommandError([`--shard ${text}: write a part and a number, such as 1/4`]);
  return { part, of };
}

export function readVariations(texts: readonly string[]): Variation[] {
  const read = texts.map((text) => ({ text, read: readVariation(text) }));
  const wrong = read.flatMap((each) =>
    each.read.ok ? [] : [`--vary ${each.text}: ${each.read.why}`],
  );
  if (wrong.length > 0) throw new CommandError(wrong);
  return read.flatMap((each) => (each.read.ok ? [each.read.variation] : []));
}

/** Every combination of the variations' values, each document checked anew. */
export function settingsOf(
  document: ArchitectureDocument,
  variations: readonly Variation[],
): Pick<SweepJob, 'document' | 'vary'>[] {
  let settings: Pick<SweepJob, 'document' | 'vary'>[] = [{ document, vary: {} }];
  for (const { path, values } of variations) {
    settings = settings.flatMap((setting) =>
      values.map((value) => ({
        document: changed(setting.document, path, value),
        vary: { ...setting.vary, [path]: value },
      })),
    );
  }
  return settings;
}

function changed(document: ArchitectureDocument, path: string, value: number) {
  const input = withValueAt(document, path, value);
  if (input === null) {
    throw new CommandError([`--vary ${path}: ${document.id} has nothing at this path`]);
  }
  const checked = checkDocument(input);
  if (checked.ok) return checked.document;
  const problems = checked.problems.map((problem) => describeProblem(problem, 'en'));
  throw new CommandError(problems.map((problem) => `--vary ${path}=${value}: ${problem}`));
}

/** The deployments of a comma list, all that can run where there is none. */
export function deploymentIdsOf(document: ArchitectureDocument, list: string | null): string[] {
  const known = document.deployments.filter((each) => !isDraft(each)).map(({ id }) => id);
  if (list === null) return known;
  const ids = list.split(',');
  const wrong = ids
    .filter((id) => !known.includes(id))
    .map(
      (id) =>
        `--deployment ${id}: ${document.id} has no such deployment; it has ${known.join(', ')}${meant(nearest(id, known), '')}`,
    );
  if (wrong.length > 0) throw new CommandError(wrong);
  return ids;
}

/** The jobs of a shard: every n-th of all, so that the shards take equally long. */
export function shardOf<Job>(jobs: readonly Job[], { part, of }: Shard): Job[] {
  return jobs.filter((_, index) => index % of === part - 1);
}
