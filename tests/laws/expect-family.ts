import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import type { LawOutcome } from '../../src/simulation/laws/law';
import { families } from './families';

const script = fileURLToPath(new URL('run-laws.ts', import.meta.url));

/** On a crowded machine; half a minute on a free one. */
const timeoutMs = 900_000;

/** One test for each law of a family. */
export function expectFamily(name: string): void {
  let outcomes: LawOutcome[][] = [];
  beforeAll(async () => {
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script, name]);
    outcomes = JSON.parse(stdout);
  }, timeoutMs);
  test.each(families[name].map((lawCase, index) => ({ ...lawCase, index })))(
    '$law ($parameters)',
    ({ figures, index }) => {
      expect(outcomes[index]).toHaveLength(figures.length);
      const broken = outcomes[index].filter(({ agrees, isSharp }) => !agrees || !isSharp);
      expect(broken.map(sentenceOf)).toEqual([]);
    },
  );
}

/** How far off a figure is, so that a failure says it all. */
function sentenceOf(outcome: LawOutcome): string {
  const { law, parameters, figure, theory, simulated, halfWidth, tolerance } = outcome;
  const interval = `${simulated.toPrecision(6)} ± ${halfWidth.toPrecision(2)}`;
  return `${law} (${parameters}): ${figure} is ${interval}, theory ${theory.toPrecision(6)}, tolerance ${tolerance.toPrecision(2)}`;
}
