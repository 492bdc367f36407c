import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { numberWritingFor } from '../../src/i18n/number-writing';
import type { TimedCommand } from '../../src/simulation/command';
import { draftOf, happeningOf } from '../../src/timeline/lanes/block-draft';
import { proposalFor } from '../../src/timeline/lanes/first-block';
import { following, fromWhatHolds } from '../../src/timeline/lanes/held';
import { blocksOf } from '../../src/timeline/lanes/lane-blocks';
import { originalScale } from '../../src/workspace/interventions';

const call = { caller: 'orders', callee: 'payment', cancel: false };
const document = {
  ...shop,
  timeline: [{ atMs: 10_000, policy: { ...call, timeoutMs: 300, fallback: 'degraded' as const } }],
};
const script: readonly TimedCommand[] = [
  {
    atMs: 20_000,
    command: {
      kind: 'policy',
      deploymentId: 'microservices',
      callerId: 'orders',
      calleeId: 'payment',
      policy: null,
    },
  },
  {
    atMs: 30_000,
    command: { kind: 'replicas', deploymentId: 'microservices', unitId: 'catalog', replicas: 7 },
  },
];
const course = { document, blocks: blocksOf({ document, ownEventCount: 1, script }) };

function protectionAt(atMs: number, deploymentId = 'microservices') {
  const held = fromWhatHolds({ atMs, policy: call }, deploymentId, course);
  return held !== null && 'policy' in held ? held.policy : null;
}

describe('what is new in a lane begins with what holds there', () => {
  test('the protection of a call: the document’s, then an event’s, then the user’s own', () => {
    const written = shop.deployments
      .find(({ id }) => id === 'microservices')
      ?.policies.find(({ caller, callee }) => caller === 'orders' && callee === 'payment');
    expect(written).toMatchObject({ circuitBreaker: { openMs: 10_000 } });
    expect(protectionAt(9_999)).toEqual(written);
    expect(protectionAt(10_000)).toMatchObject({ timeoutMs: 300, fallback: 'degraded' });
    expect(protectionAt(20_000)).toEqual(call);
    // What the user does to one deployment is not done to another.
    expect(protectionAt(20_000, 'modular')).toMatchObject({ timeoutMs: 300 });
  });

  test('the replicas of a unit: one more than there are', () => {
    const scaled = (atMs: number) =>
      fromWhatHolds({ atMs, scale: 'catalog', replicas: 1 }, 'microservices', course);
    expect(scaled(30_000)).toMatchObject({ replicas: 8 });
    const replicas = originalScale(shop, 'microservices', 'catalog')?.replicas ?? Number.NaN;
    expect(scaled(29_999)).toMatchObject({ replicas: replicas + 1 });
  });

  test('so that one change changes one thing, also what the form has no field for', () => {
    const writing = numberWritingFor('en');
    const proposal = proposalFor('policies', course, course.document.deployments, 12_000);
    if (proposal === null) throw new Error('The shop has calls that cross.');
    const { happening, deploymentId } = proposal;
    const draft = { ...draftOf(happening, deploymentId, 200, writing), retries: '3' };
    const drafted = happeningOf(draft, 'policies', happening, 200, writing).happening;
    expect(drafted).toMatchObject({
      policy: { timeoutMs: 300, fallback: 'degraded', retries: { max: 3 } },
    });
  });

  test('what has been typed stays when another call is chosen, the rest follows', () => {
    const writing = numberWritingFor('en');
    const draft = (timeoutMs: number, retries: number) => {
      const policy = { ...call, timeoutMs, retries: { max: retries, backoffMs: 100, factor: 2 } };
      return draftOf({ atMs: 0, policy } as never, 'microservices', 200, writing);
    };
    const typed = { ...draft(300, 2), retries: '5' };
    const followed = following(typed, draft(300, 2), draft(900, 1));
    expect(followed).toMatchObject({ timeoutMs: '900', retries: '5' });
  });
});
