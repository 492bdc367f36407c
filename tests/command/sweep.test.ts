import { describe, expect, test } from 'vitest';
import { answer } from '../../src/command/answer';
import { CommandError } from '../../src/command/command-error';
import type { SweepGroup } from '../../src/simulation/replications/summarize-sweep';
import type { SweepRow } from '../../src/simulation/replications/sweep-row';
import { documentFiles } from './document-files';

const { fileOf } = documentFiles();
const flags = ['--seconds', '2', '--seeds', '3', '--vary', 'load.arrivalRatePerSecond=50:100:50'];

async function linesOf(...args: string[]): Promise<string[]> {
  return (await answer(['sweep', 'shop', ...flags, ...args])).split('\n');
}

async function refusal(...args: string[]): Promise<readonly string[]> {
  try {
    return [`not refused: ${await answer(args)}`];
  } catch (error) {
    if (error instanceof CommandError) return error.lines;
    throw error;
  }
}

describe('faultline sweep and merge', { timeout: 120_000 }, () => {
  test('the parts of a split sweep are the whole, and merge to the same', async () => {
    const whole = await linesOf();
    const parts = [
      await linesOf('--shard', '1/2', '--threads', '1'),
      await linesOf('--shard', '2/2', '--threads', '1'),
    ];
    expect(whole).toHaveLength(2 * 3 * 3);
    expect(parts.flat().sort()).toEqual([...whole].sort());

    const files = parts.map((lines, index) => fileOf(`part-${index}.jsonl`, lines.join('\n')));
    const merged = await answer(['merge', ...files, '--json']);
    expect(merged).toBe(await answer(['merge', fileOf('whole.jsonl', whole.join('\n')), '--json']));
    const groups: SweepGroup[] = JSON.parse(merged);
    expect(groups.map(({ vary }) => vary)).toEqual([
      { 'load.arrivalRatePerSecond': 50 },
      { 'load.arrivalRatePerSecond': 100 },
    ]);
    expect(groups[0].deployments.monolith.seeds).toBe(3);
  });

  test('gives every deployment the same customers', async () => {
    const rows = (await linesOf('--threads', '1')).map((line): SweepRow => JSON.parse(line));
    const arrivals = new Map<string, Set<number>>();
    for (const { vary, seed, result } of rows) {
      const key = JSON.stringify([vary, seed]);
      arrivals.set(key, (arrivals.get(key) ?? new Set()).add(result.journeys.browse.arrivals));
    }
    expect([...arrivals.values()].map(({ size }) => size)).toEqual(Array(6).fill(1));
  });

  test('leaves out on demand what the faults did, and nothing else', async () => {
    const args = ['sweep', 'payment-down', '--seconds', '35', '--seeds', '1', '--threads', '1'];
    const whole = (await answer(args)).split('\n').map((line): SweepRow => JSON.parse(line));
    const alone = (await answer([...args, '--alone'])).split('\n').map((line) => JSON.parse(line));
    expect(whole.map(({ result }) => result.fault?.fromMs)).not.toContain(undefined);
    expect(alone).toEqual(
      whole.map(({ result: { fault: _, ...result }, ...row }) => ({ ...row, result })),
    );
  });

  test('says what is wrong', async () => {
    expect(await refusal('sweep', 'shop', '--shard', '5/4')).toEqual([
      '--shard 5/4: write a part and a number, such as 1/4',
    ]);
    expect(await refusal('sweep', 'shop', '--vary', 'load.speed=1')).toEqual([
      '--vary load.speed: shop has nothing at this path',
    ]);
    expect(await refusal('sweep', 'shop', '--vary', 'load.arrivalRatePerSecond=-1')).toEqual([
      expect.stringMatching(/^--vary load\.arrivalRatePerSecond=-1: .* too small/),
    ]);
    expect(await refusal('sweep', 'shop', '--deployment', 'monolit')).toEqual([
      expect.stringContaining('did you mean monolith?'),
    ]);
    const cut = fileOf('cut.jsonl', '{"document":"shop"');
    expect(await refusal('merge', cut)).toEqual([expect.stringContaining('cut.jsonl:1: ')]);
  });
});

describe('faultline verify', { timeout: 120_000 }, () => {
  test('prints how the engine compares with a law', async () => {
    const text = await answer(['verify', '--law', 'slot exhaustion']);
    expect(text).toMatch(/slot exhaustion .* agrees/);
    expect(text).toMatch(/\d+ agree, 0 disagree$/);
  });

  test('names the laws where there is none of that name', async () => {
    expect(await refusal('verify', '--law', 'Murphy')).toEqual([
      expect.stringMatching(/^--law murphy: there is no such law; there are .*M\/M\/1/),
    ]);
  });
});
