import { describe, expect, test } from 'vitest';
import type { ArchitectureDocument } from '../../../src/architecture/document';
import { shop } from '../../../src/architecture/shop';
import { faultImpact } from '../../../src/simulation/replications/fault-impact';
import { faultSpanOf, withoutFaults } from '../../../src/simulation/replications/fault-span';
import {
  type RequestOutcomes,
  Standing,
} from '../../../src/simulation/replications/request-outcomes';
import { runDeployment } from '../../../src/simulation/run-deployment';
import type { RunResult } from '../../../src/simulation/run-result';
import { documentOf, wait } from '../scenario';

/** One journey with an objective of 100 ms. */
const document = { journeys: [{ ...shop.journeys[0], id: 'visit', sloMs: 100 }] };

type Fate = readonly [keyof typeof Standing, number];

/** A request every 100 ms; each has its standing and what it took, ms. */
function outcomes(fates: readonly Fate[], endMs = fates.length * 100): RequestOutcomes {
  const bornMs = fates.map((_, index) => index * 100);
  const endedMs = fates.map(([standing, ms], index) =>
    standing === 'underWay' ? Number.POSITIVE_INFINITY : bornMs[index] + ms,
  );
  const standing = fates.map(([name]) => Standing[name]);
  return { journeys: [{ bornMs, endedMs, standing }], endMs };
}

const well: Fate = ['ok', 50];
const late: Fate = ['ok', 150];
const failed: Fate = ['failed', 5];

function impactOf(
  healthy: readonly Fate[],
  faulty: readonly Fate[],
  span = { fromMs: 0, untilMs: null as number | null },
  warmupMs = 0,
) {
  return faultImpact({
    document,
    healthy: outcomes(healthy),
    faulty: outcomes(faulty),
    span,
    warmupMs,
  });
}

function radius(was: Fate, is: Fate): number | null {
  return impactOf([was, well, well, well], [is, well, well, well]).blastRadius.visit;
}

describe('the blast radius', () => {
  test.each<[string, Fate, Fate]>([
    ['a failure instead of an answer', well, failed],
    ['a failure instead of a degraded answer', ['degraded', 50], failed],
    ['a failure instead of a late answer', late, failed],
    ['a degraded answer instead of a full one', well, ['degraded', 50]],
    ['an answer later than the objective', well, late],
    ['an answer that is not there after the objective', well, ['underWay', 0]],
  ])('counts %s', (_, was, is) => {
    expect(radius(was, is)).toBe(0.25);
  });

  test.each<[string, Fate, Fate]>([
    ['a slower answer within the objective', well, ['ok', 100]],
    ['an answer still later', late, ['ok', 900]],
    ['a quicker failure', failed, ['failed', 1]],
    ['an answer instead of a failure', failed, late],
    ['what nobody can know, for it had not ended', ['underWay', 0], failed],
  ])('does not count %s', (_, was, is) => {
    expect(radius(was, is)).toBe(0);
  });

  test('is about the requests that arrive while a fault is in force, warm-up apart', () => {
    const healthy = Array.from({ length: 10 }, () => well);
    const faulty = healthy.map((fate, index) => (index === 3 || index === 8 ? failed : fate));
    const span = { fromMs: 200, untilMs: 600 };
    expect(impactOf(healthy, faulty, span).blastRadius.visit).toBe(1 / 4);
    expect(impactOf(healthy, faulty, span, 400).blastRadius.visit).toBe(0);
    const never = { fromMs: 5000, untilMs: 6000 };
    expect(impactOf(healthy, faulty, never).blastRadius.visit).toBeNull();
  });
});

describe('the time to recover', () => {
  const healthy = Array.from({ length: 60 }, () => well);
  const span = { fromMs: 1000, untilMs: 2000 };
  const recovery = (isBad: (index: number) => boolean, isEnding = span) =>
    impactOf(
      healthy,
      healthy.map((fate, index) => (isBad(index) ? failed : fate)),
      isEnding,
    ).timeToRecoverMs;

  test('is none where nobody fares worse after the end', () => {
    expect(recovery((index) => index >= 10 && index < 20)).toBe(0);
  });

  test('lasts until the first window from which on all are back', () => {
    expect(recovery((index) => index >= 10 && index < 33)).toBe(1500);
    // Well served in between is not back for good.
    expect(recovery((index) => (index >= 10 && index < 22) || (index >= 40 && index < 43))).toBe(
      2500,
    );
  });

  test('does not wait for a single customer of a window', () => {
    expect(recovery((index) => index === 47)).toBe(0);
    expect(recovery((index) => index === 45 || index === 46)).toBe(3000);
  });

  test('is unknown where the run ends before, and where the fault lasts', () => {
    expect(recovery((index) => index >= 10)).toBeNull();
    expect(impactOf(healthy, healthy, { fromMs: 1000, untilMs: null }).timeToRecoverMs).toBeNull();
  });

  test('takes late answers for what they are', () => {
    const faulty = healthy.map((fate, index) => (index >= 20 && index < 25 ? late : fate));
    expect(impactOf(healthy, faulty, span).timeToRecoverMs).toBe(500);
  });
});

describe('the span of the faults', () => {
  const timeline = (events: unknown[]) => ({ ...shop, timeline: events }) as ArchitectureDocument;

  test('reaches from the first beginning to the last end', () => {
    const both = timeline([
      { atMs: 5000, fault: 'slow', module: 'payment', factor: 5, untilMs: 9000 },
      { atMs: 2000, scale: 'web', replicas: 5 },
      { atMs: 7000, fault: 'partition', link: ['web', 'catalog'], untilMs: 8000 },
    ]);
    expect(faultSpanOf(both, 'microservices')).toEqual({ fromMs: 5000, untilMs: 9000 });
    expect(withoutFaults(both).timeline).toEqual([{ atMs: 2000, scale: 'web', replicas: 5 }]);
  });

  test('of a crash without an end is the start-up, of a bad release until it is taken back', () => {
    const startup = shop.deployments[1].units.find(({ modules }) => modules.includes('payment'));
    const crash = timeline([{ atMs: 1000, fault: 'crash', module: 'payment' }]);
    expect(faultSpanOf(crash, shop.deployments[1].id)).toEqual({
      fromMs: 1000,
      untilMs: 1000 + (startup?.startupMs ?? Number.NaN),
    });
    const release = { atMs: 1000, release: 'payment', strategy: 'rolling', rollbackAtMs: 8000 };
    const bad = timeline([{ ...release, fault: { kind: 'crash' } }]);
    expect(faultSpanOf(bad, 'monolith')).toEqual({ fromMs: 1000, untilMs: 8000 });
    expect(withoutFaults(bad).timeline).toEqual([release]);
    expect(faultSpanOf(timeline([release]), 'monolith')).toBeNull();
    const lasting = timeline([{ atMs: 0, fault: 'errors', module: 'web', rate: 1 }]);
    expect(faultSpanOf(lasting, 'monolith')).toEqual({ fromMs: 0, untilMs: null });
  });
});

describe('the result of a run', () => {
  test('tells what a fault did in each cut', () => {
    const faulty: ArchitectureDocument = {
      ...shop,
      timeline: [{ atMs: 5000, fault: 'crash', module: 'payment', untilMs: 15_000 }],
    };
    const [monolith, microservices] = ['monolith', 'microservices'].map(
      (deploymentId) =>
        runDeployment({ document: faulty, deploymentId, seed: 42, seconds: 40 }).fault,
    );
    expect(monolith).toMatchObject({ fromMs: 5000, untilMs: 15_000 });
    expect(monolith?.blastRadius.browse).toBe(1);
    expect(microservices?.blastRadius.browse).toBeLessThan(0.02);
    expect(microservices?.blastRadius.checkout).toBe(1);
    expect(monolith?.timeToRecoverMs).not.toBeNull();
  });

  test('has no fault where nothing goes wrong, and none of it where it strikes nobody', () => {
    const run = (timeline: ArchitectureDocument['timeline']) =>
      runDeployment({
        document: {
          ...documentOf({ services: [{ id: 'a', steps: [wait(5)] }], arrivals: [0, 900] }),
          timeline,
        },
        deploymentId: 'cut',
        seed: 1,
        seconds: 5,
      });
    const calm: Omit<RunResult, 'wallMs'> = run([]);
    expect(calm.fault).toBeUndefined();
    const harmless = run([
      { atMs: 800, fault: 'slow', unit: 'elsewhere', factor: 9, untilMs: 1000 },
    ]);
    expect(harmless).toMatchObject({ digest: calm.digest, journeys: calm.journeys });
    expect(harmless.fault).toMatchObject({ blastRadius: { visit: 0 }, timeToRecoverMs: 0 });
  });
});
