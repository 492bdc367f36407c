import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readShard } from '../../src/command/sweep-jobs';

const guide = readFileSync('docs/many-seeds.md', 'utf8');

/** The blocks of code in this language. */
function blocks(language: string): string[] {
  return [...guide.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, written, text]) =>
    written === language ? [text ?? ''] : [],
  );
}

/** What a shell makes of `--shard …` in a command of the guide. */
function shardIn(command: string, env: Record<string, string>) {
  const written = /--shard (\$\(\(.*?\)\)\/\d+|\S+)/.exec(command)?.[1] ?? '';
  const { stdout } = spawnSync('sh', ['-c', `echo "${written}"`], { env, encoding: 'utf8' });
  return readShard(stdout.trim());
}

test('the Job of Kubernetes does every part once', () => {
  const [, job] = blocks('yaml').map((text) => parse(text));
  const { completions, template } = job.spec;
  const command: string = template.spec.containers[0].args[0];
  const parts = Array.from({ length: completions }, (_, index) =>
    shardIn(command, { JOB_COMPLETION_INDEX: String(index) }),
  );
  expect(parts).toEqual(parts.map((_, index) => ({ part: index + 1, of: completions })));
});

test('the matrix of GitHub Actions does every part once', () => {
  const [workflow] = blocks('yaml').map((text) => parse(text));
  const { strategy, steps } = workflow.jobs.sweep;
  const command: string = steps.map(({ run = '' }) => run).join('\n');
  const parts = strategy.matrix.part.map((part: number) =>
    shardIn(command.replaceAll(/\$\{\{ matrix\.part \}\}/g, String(part)), {}),
  );
  expect(parts).toEqual([1, 2, 3, 4].map((part) => ({ part, of: 4 })));
});

test('GNU parallel does every part once', () => {
  const [, command = ''] = blocks('sh');
  const of = Number(/seq (\d+)/.exec(command)?.[1]);
  expect(readShard(/--shard (\S+?)'/.exec(command.replace('{}', String(of)))?.[1] ?? '')).toEqual({
    part: of,
    of,
  });
});
