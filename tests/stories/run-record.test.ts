import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { runDeployment } from '../../src/simulation/run-deployment';
import { documentOfStory } from '../../src/stories/document-of-story';
import { readReference, splitText } from '../../src/stories/figure-reference';
import { paymentDown } from '../../src/stories/payment-down';
import { lookInto, type RunRecord } from '../../src/stories/run-record';
import { runStory } from '../../src/stories/story-run';

describe('the figures of a story', () => {
  const document = documentOfStory(paymentDown, shop);
  const record = runStory({
    document,
    deploymentIds: paymentDown.deployments,
    seed: 7,
    instantsMs: [0, 5_000, 25_000],
  });
  const look = lookInto(paymentDown, document, record);

  test('are those of the same run on the command line', () => {
    const { journeys } = runDeployment({
      document,
      deploymentId: 'microservices',
      seed: 7,
      seconds: 25,
    });
    const whole = { fromMs: 0, toMs: 25_000 };
    for (const [id, { ok, degraded, failed }] of Object.entries(journeys)) {
      const failures = Object.values(failed).reduce((sum, count) => sum + count, 0);
      expect(look(`microservices.${id}.served`, whole)).toBe(ok + degraded);
      expect(look(`microservices.${id}.failed`, whole)).toBe(failures);
    }
  });

  test('of two stretches add up to those of both', () => {
    const served = (fromMs: number, toMs: number) => look('monolith.served', { fromMs, toMs });
    expect(served(0, 5_000) + served(5_000, 25_000)).toBe(served(0, 25_000));
  });

  test('are unknown where the run has not come so far', () => {
    expect(look('monolith.success', { fromMs: 30_000, toMs: 40_000 })).toBeNaN();
  });

  test('of a stretch that is not over are counted up to now', () => {
    const early: RunRecord = { ...record, timeMs: 5_000 };
    const lookEarly = lookInto(paymentDown, document, early);
    expect(lookEarly('monolith.served', { fromMs: 0, toMs: 25_000 })).toBe(
      look('monolith.served', { fromMs: 0, toMs: 5_000 }),
    );
  });

  test('that do not exist are refused', () => {
    expect(() => readReference('monolith.browse.beauty')).toThrow('names no figure');
    expect(() => look('nonsense', { fromMs: 0, toMs: 5_000 })).toThrow('has no fact');
    expect(() => look('monolith.fly.success', { fromMs: 0, toMs: 5_000 })).toThrow('no journey');
  });
});

test('a text falls into words and references', () => {
  expect(splitText('{a.success} of {b.served}!')).toEqual([
    { text: 'a.success', isReference: true },
    { text: ' of ', isReference: false },
    { text: 'b.served', isReference: true },
    { text: '!', isReference: false },
  ]);
});
