import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { type AnalysisSubject, seedsFrom } from '../../src/comparison/analysis-subject';
import { differenceRows } from '../../src/comparison/difference-rows';
import { runSpread } from '../../src/comparison/run-spread';
import { runHere } from './run-here';

async function rowsOf(deploymentIds: readonly string[], moduleDown: string | null) {
  const deployments = deploymentIds.map((id) => {
    const found = shop.deployments.find((one) => one.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  });
  const fault = { kind: 'crash' } as const;
  const subject: AnalysisSubject = {
    document: shop,
    opened: shop,
    deployments,
    commands:
      moduleDown === null
        ? []
        : [
            {
              atMs: 1000,
              command: { kind: 'module-fault', moduleId: moduleDown, faultKind: 'crash', fault },
            },
          ],
    seed: 5,
    durationMs: null,
  };
  const spread = await runSpread({
    subject,
    seedCount: 6,
    seconds: 5,
    run: runHere,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  const rows = differenceRows(shop, deployments, spread);
  return new Map(rows.map((row) => [row.id, row]));
}

describe('the table of differences', () => {
  test('says who loses less, with an interval, and what that costs', async () => {
    const rows = await rowsOf(['monolith', 'microservices'], 'payment');
    const browse = rows.get('browse.success');
    expect(browse?.better).toBe('right');
    expect(browse?.difference.mean).toBeLessThan(-0.5);
    expect(rows.get('usdPerHour')?.better).toBe('left');
    expect(rows.get('networkCallsPerRequest')?.better).toBe('left');
  });

  test('favours nobody when both sides are the same', async () => {
    const rows = await rowsOf(['monolith', 'monolith'], null);
    expect([...rows.values()].filter(({ better }) => better !== null)).toEqual([]);
  });
});

test('seeds follow that of the page and stay within their range', () => {
  expect(seedsFrom(2 ** 32 - 2, 3)).toEqual([2 ** 32 - 2, 2 ** 32 - 1, 0]);
});
