import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { type RequestOutcomes, Standing } from '../../src/simulation/replications/request-outcomes';
import type { RequestStory } from '../../src/simulation/span';
import { chooseRequest } from '../../src/waterfall/choose-request';
import type { RequestSubject } from '../../src/waterfall/request-subject';
import { tellRequest } from '../../src/waterfall/tell-request';
import { axisMs, sumsOf, waterfallRows } from '../../src/waterfall/waterfall-rows';
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
