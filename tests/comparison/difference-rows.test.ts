import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { type AnalysisSubject, seedsFrom } from '../../src/comparison/analysis-subject';
import { differenceRows } from '../../src/comparison/difference-rows';
import { runSpread, withImpact, withReleases } from '../../src/comparison/run-spread';
import type { Fault, TimedCommand } from '../../src/simulation/command';
import { runHere } from './run-here';

async function rowsOf(deploymentIds: readonly string[], script: readonly TimedCommand[]) {
  const deployments = deploymentIds.map((id) => {
    const found = shop.deployments.find((one) => one.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  });
  const subject: AnalysisSubject = {
    document: shop,
    opened: shop,
    deployments,
    script,
    seed: 5,
    durationMs: null,
  };
  const options = {
    subject,
    seedCount: 6,
    seconds: 5,
    run: runHere,
    signal: new AbortController().signal,
    onProgress: () => {},
  };
  const released = await withReleases(options, await runSpread(options));
  const spread = await withImpact(options, released);
  const rows = differenceRows(shop, deployments, spread);
  return new Map(rows.map((row) => [row.id, row]));
}

function crash(atMs: number, fault: Fault | null = { kind: 'crash' }): TimedCommand {
  return {
    atMs,
    command: { kind: 'module-fault', moduleId: 'payment', faultKind: 'crash', fault },
  };
}

describe('the table of differences', () => {
  test('says who loses less, with an interval, and what that costs', async () => {
    const rows = await rowsOf(['monolith', 'microservices'], [crash(1000)]);
    const browse = rows.get('browse.success');
    expect(browse?.better).toBe('right');
    expect(browse?.difference.mean).toBeLessThan(-0.5);
    expect(rows.get('usdPerHour')?.better).toBe('left');
    expect(rows.get('networkCallsPerRequest')?.better).toBe('left');
    expect(rows.get('browse.goodPerSecond')?.better).toBe('right');
    // What is down holds the monolith as a whole; in the microservices, those who browse never meet it.
    expect(rows.get('browse.blastRadius')?.left.mean).toBeGreaterThan(0.5);
    expect(rows.get('browse.blastRadius')?.right.mean).toBeLessThan(0.05);
    expect(rows.get('doublingUsdPerHour')?.better).toBe('right');
    expect(rows.get('restartedByRelease')).toBeDefined();
  });

  test('favours nobody when both sides are the same', async () => {
    const rows = await rowsOf(['monolith', 'monolith'], []);
    expect([...rows.values()].filter(({ better }) => better !== null)).toEqual([]);
    expect(rows.get('browse.blastRadius')).toBeUndefined();
  });

  test('measures what a release costs while it is on its way, on either side', async () => {
    const release = (moduleId: string): TimedCommand => ({
      atMs: 1000,
      command: { kind: 'release', moduleId, strategy: 'recreate', fault: null },
    });
    const rows = await rowsOf(['monolith', 'microservices'], [release('inventory')]);
    const downtime = rows.get('releaseDowntimeMs');
    const lost = rows.get('lostToReleases');
    // Recreating the monolith takes the whole shop away until it has started, which is later than the end here.
    expect(downtime?.left.mean).toBeGreaterThanOrEqual(3500);
    expect(downtime?.better).toBe('right');
    expect(lost?.left.mean).toBeGreaterThan(100);
    expect(lost?.right.mean).toBeGreaterThan(0);
    expect(lost?.better).toBe('right');
    const quiet = await rowsOf(['monolith', 'microservices'], []);
    expect(quiet.has('lostToReleases')).toBe(false);
  });

  test('measures how long a fault is felt: until it is over, or at least to the end of the run', async () => {
    const rows = await rowsOf(['monolith', 'microservices'], [crash(500), crash(1500, null)]);
    const felt = rows.get('timeToRecoverMs');
    expect(felt?.left.mean).toBe(3500);
    expect(felt?.right.mean).toBeLessThanOrEqual(3500);
  });
});

test('seeds follow that of the page and stay within their range', () => {
  expect(seedsFrom(2 ** 32 - 2, 3)).toEqual([2 ** 32 - 2, 2 ** 32 - 1, 0]);
});
