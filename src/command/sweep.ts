import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { SweepRow } from '../simulation/replications/sweep-row';
import { buildModule } from './build-module.mjs';
import { defaultSeconds } from './chosen-run';
import { CommandError } from './command-error';
import { findDocument } from './find-document';
import { readFlags } from './read-flags';
import {
  deploymentIdsOf,
  readShard,
  readVariations,
  type SweepJob,
  settingsOf,
  shardOf,
} from './sweep-jobs';

const flagTypes = {
  deployment: 'string',
  seeds: 'string',
  'first-seed': 'string',
  seconds: 'string',
  warmup: 'string',
  vary: 'strings',
  shard: 'string',
  threads: 'string',
  alone: 'boolean',
} as const;

/** The most runs of one sweep; more are better split. */
const runsMax = 1_000_000;

/**
 * `sweep FILE-OR-NAME …`: runs many seeds, deployments and settings on all
 * cores; gives JSON lines as they are done, in the order of the jobs.
 */
export async function* sweep(args: readonly string[]): AsyncGenerator<string> {
  const flags = readFlags(args, flagTypes);
  const [nameOrFile, ...others] = flags.positionals;
  if (nameOrFile === undefined || others.length > 0) {
    throw new CommandError(['sweep: name one file or document']);
  }
  const { document, story } = await findDocument(nameOrFile);
  const whole = { isWhole: true };
  const seeds = flags.number('seeds', 20, { min: 1, max: 100_000, ...whole });
  const firstSeed = flags.number('first-seed', 1, { min: 0, max: 2 ** 32 - 1 - seeds, ...whole });
  const storySeconds = story === null ? defaultSeconds : story.durationMs / 1000;
  const seconds = flags.number('seconds', storySeconds, { min: 0.001, max: 1e9 });
  const warmupSeconds = flags.number('warmup', 0, { min: 0, max: seconds });
  const threads = flags.number('threads', availableParallelism(), { min: 1, max: 1024, ...whole });
  const shard = readShard(flags.text('shard'));
  const deploymentIds = deploymentIdsOf(document, flags.text('deployment'));
  const settings = settingsOf(document, readVariations(flags.texts('vary')));
  const isAlone = flags.isGiven('alone');
  const runs = settings.length * deploymentIds.length * seeds;
  if (runs > runsMax) {
    throw new CommandError([`sweep: ${runs} runs are too many; at most ${runsMax}`]);
  }
  const jobs: SweepJob[] = settings.flatMap((setting) =>
    Array.from({ length: seeds }, (_, index) => firstSeed + index).flatMap((seed) =>
      deploymentIds.map((deploymentId) => ({
        ...setting,
        deploymentId,
        seed,
        seconds,
        warmupSeconds,
        isAlone,
      })),
    ),
  );
  yield* linesOf(shardOf(jobs, shard), threads);
}

async function* linesOf(jobs: readonly SweepJob[], threads: number): AsyncGenerator<string> {
  const worker = await buildModule(new URL('./sweep-worker.ts', import.meta.url));
  const pool = new Tinypool({
    filename: worker.href,
    minThreads: Math.min(threads, jobs.length),
    maxThreads: threads,
  });
  try {
    // A few jobs ahead keep every thread busy; all at once would hold all documents in memory.
    const ahead: Promise<SweepRow>[] = [];
    let next = 0;
    while (next < jobs.length || ahead.length > 0) {
      while (next < jobs.length && ahead.length < threads * 4) ahead.push(pool.run(jobs[next++]));
      const row = await ahead.shift();
      yield JSON.stringify(row);
    }
  } finally {
    await pool.destroy();
    worker.remove();
  }
}
