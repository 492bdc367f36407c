import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { Simulation } from '../../src/simulation/engine/simulation';
import { WindowField, windowFieldCount } from '../../src/simulation/frame';
import { type RequestOutcomes, Standing } from '../../src/simulation/replications/request-outcomes';
import type { RequestStory } from '../../src/simulation/span';
import { chooseAtPoint, chooseRequest } from '../../src/waterfall/choose-request';
import type { RequestSubject } from '../../src/waterfall/request-subject';
import { tellRequest } from '../../src/waterfall/tell-request';
import { axisMs, rowMetAt, sumsOf, waterfallRows } from '../../src/waterfall/waterfall-rows';
import type { RequestPoint } from '../../src/workspace/request-wish';
import { runHere as run } from '../comparison/run-here';

const subject: RequestSubject = {
  document: shop,
  deployments: shop.deployments.filter(({ id }) => id === 'monolith' || id === 'microservices'),
  script: [
    {
      atMs: 1000,
      command: {
        kind: 'module-fault',
        moduleId: 'payment',
        faultKind: 'slow',
        fault: { kind: 'slow', factor: 40 },
      },
    },
  ],
  seed: 7,
};
const { signal } = new AbortController();
const checkout = shop.journeys.findIndex(({ id }) => id === 'checkout');

/** The run of the subject, watched, at an instant. */
function slowPayment(deploymentId: string, timeMs: number): Simulation {
  const { document, seed, script } = subject;
  const simulation = new Simulation({ document, deploymentId, seed, isObserved: true });
  simulation.runUntil(script[0].atMs);
  simulation.apply(script[0].command);
  simulation.runUntil(timeMs);
  return simulation;
}

describe('a request that is told', () => {
  test('is the same customer in every deployment, under what was done to the run', async () => {
    const wish = { kind: 'this', journey: checkout, number: 40 } as const;
    const told = await tellRequest(subject, wish, 3000, run, signal);
    const stories = told?.stories.filter((story): story is RequestStory => story !== null) ?? [];
    expect(stories.map(({ deploymentId }) => deploymentId)).toEqual(['monolith', 'microservices']);
    expect(new Set(stories.map(({ startMs }) => startMs)).size).toBe(1);
    const charge = stories[0].spans.find(({ moduleId }) => moduleId === 'payment');
    expect(charge && charge.endMs - charge.startMs).toBeGreaterThan(500);
  });

  test('has its time in waiting, service and network, and nothing else', async () => {
    const wish = { kind: 'this', journey: checkout, number: 3 } as const;
    const told = await tellRequest({ ...subject, script: [] }, wish, 0, run, signal);
    for (const story of told?.stories ?? []) {
      if (story === null) throw new Error('The third customer has to come.');
      const { waiting, service, network, vain } = sumsOf(waterfallRows(story));
      // The checkout does one thing after the other.
      expect(waiting + service + network).toBeCloseTo(story.endMs - story.startMs, 6);
      expect(vain).toBe(0);
      expect(axisMs([story])).toBeCloseTo(story.endMs - story.startMs, 6);
    }
  });

  test('has an axis as long as the answers, which work in vain makes a quarter longer at most', () => {
    const span = { endMs: 61_000, inVainFromMs: 2000 };
    const story = { startMs: 1000, endMs: 2000, spans: [span] } as unknown as RequestStory;
    expect(axisMs([story])).toBe(1250);
    expect(axisMs([story, { ...story, endMs: 100_000 }])).toBe(99_000);
    const early = { ...story, spans: [{ ...span, endMs: 2100 }] } as unknown as RequestStory;
    expect(axisMs([early, null])).toBe(1100);
  });

  test('has one row for a call and where it leads, each within its parent', async () => {
    const wish = { kind: 'this', journey: checkout, number: 3 } as const;
    const told = await tellRequest({ ...subject, script: [] }, wish, 0, run, signal);
    const [, story] = told?.stories ?? [];
    if (!story) throw new Error('The third customer has to come.');
    const rows = waterfallRows(story);
    const calls = story.spans.filter(({ kind }) => kind === 'call').length;
    expect(rows).toHaveLength(story.spans.length - calls);
    expect(rows[0]).toMatchObject({ index: 0, depth: 0, visit: null });
    for (const { depth, index } of rows.slice(1)) {
      expect(depth).toBeLessThanOrEqual(rows[index - 1].depth + 1);
      expect(depth).toBeGreaterThan(0);
    }
  });

  test('that was met in a slot is told to where it was there, and what it did is found', async () => {
    const [visit] = slowPayment('microservices', 2500).visitsAt('payment');
    const met = { deploymentId: 'microservices', unitId: 'payment', atMs: 2500 };
    // Long before: whoever looks need not stand there.
    const wish = { kind: 'this', journey: visit.journey, number: visit.number, met } as const;
    const told = await tellRequest(subject, wish, 0, run, signal);
    const story = told?.stories[1];
    if (!story) throw new Error('It holds a slot.');
    const rows = waterfallRows(story);
    const row = rows[rowMetAt(rows, met)];
    expect(row.visit?.unitId).toBe('payment');
    expect(row.visit?.startMs).toBeGreaterThanOrEqual(visit.sinceMs);
    expect(rowMetAt(rows, { ...met, unitId: 'catalog' })).toBe(-1);
  });

  test('from a chart ended in the stretch of its point, and took what the chart says', async () => {
    const simulation = slowPayment('microservices', 2500);
    const { windows } = simulation.takeFrame();
    const tookMs = windows[windows.length - windowFieldCount + WindowField.msP99];
    const point = { fromMs: 2000, toMs: 2500, which: { tookMs } };
    const wish = { kind: 'point', deploymentId: 'microservices', point } as const;
    const told = await tellRequest(subject, wish, 0, run, signal);
    const story = told?.stories[1];
    if (!story) throw new Error('Something ends in half a second.');
    expect(story.endMs).toBeGreaterThanOrEqual(2000);
    expect(story.endMs).toBeLessThan(2500);
    expect((story.endMs - story.startMs) / tookMs).toBeCloseTo(1, 1);
  });

  test('is none where none of the kind has ended', async () => {
    const wish = { kind: 'failed', deploymentId: 'monolith' } as const;
    expect(await tellRequest({ ...subject, script: [] }, wish, 2000, run, signal)).toBeNull();
  });
});

describe('the choice of a request', () => {
  const outcomes = (ended: readonly (readonly [keyof typeof Standing, number, number])[]) =>
    ({
      journeys: [
        {
          bornMs: ended.map(([, bornMs]) => bornMs),
          endedMs: ended.map(([, bornMs, tookMs]) => bornMs + tookMs),
          standing: ended.map(([name]) => Standing[name]),
        },
      ],
      endMs: 60_000,
    }) satisfies RequestOutcomes;
  const lately = 58_000;
  const all = outcomes([
    ['ok', 1000, 9000],
    ['failed', 1000, 10],
    ['ok', lately, 30],
    ['degraded', lately, 700],
    ['ok', lately, 50],
    ['underWay', lately, Number.POSITIVE_INFINITY],
  ]);

  test('prefers those that ended lately, and goes back further where there are none', () => {
    expect(chooseRequest(all, 'slow')).toEqual({ journey: 0, number: 3 });
    expect(chooseRequest(all, 'usual')).toEqual({ journey: 0, number: 4 });
    expect(chooseRequest(all, 'failed')).toEqual({ journey: 0, number: 1 });
  });

  test('at a point of a chart is of its stretch: near a time, in the middle, or one that failed', () => {
    const some = outcomes([
      ['ok', 1000, 100],
      ['ok', 1000, 300],
      ['ok', 1000, 480],
      ['failed', 1000, 310],
      ['ok', 1000, 500],
    ]);
    const stretch = { fromMs: 1000, toMs: 1500 };
    const numberOf = (which: RequestPoint['which'], within = stretch) =>
      chooseAtPoint(some, { ...within, which })?.number;
    expect(numberOf({ tookMs: 290 })).toBe(1);
    expect(numberOf({ tookMs: 9000 })).toBe(2);
    expect(numberOf('usual')).toBe(1);
    expect(numberOf('failed')).toBe(3);
    expect(numberOf('failed', { fromMs: 1400, toMs: 1500 })).toBe(2);
    expect(numberOf('usual', { fromMs: 5000, toMs: 5500 })).toBeUndefined();
  });

  test('takes the latest failure', () => {
    const failures = outcomes([
      ['failed', lately, 900],
      ['failed', lately + 100, 1000],
      ['failed', lately, 300],
    ]);
    expect(chooseRequest(failures, 'failed')).toEqual({ journey: 0, number: 1 });
    expect(chooseRequest(failures, 'slow')).toBeNull();
  });
});
