import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import { RateCurve } from '../../../src/simulation/traffic/rate-curve';
import { endings, endingsOf, type Scenario, simulate, wait } from '../scenario';

const services = [{ id: 'shop', steps: [wait(10)] }];

describe('a rate curve', () => {
  const second = 1000;

  test('expects the area under its ramps, steps and bursts', () => {
    // 100 per second; by 4 s a tenth, from 10 s a ramp of 5 s to twice the rate, a step to 0 at 20 s.
    const curve = new RateCurve(0.1, [
      { atMs: 4 * second, factor: 0.1, over: 0 },
      { atMs: 10 * second, factor: 2, over: 5 * second },
      { atMs: 20 * second, factor: 0, over: 0 },
    ]);
    expect(curve.expected(0, 4 * second)).toBeCloseTo(400, 9);
    expect(curve.expected(4 * second, 10 * second)).toBeCloseTo(60, 9);
    expect(curve.expected(10 * second, 15 * second)).toBeCloseTo((5 * (10 + 200)) / 2, 9);
    expect(curve.expected(15 * second, 20 * second)).toBeCloseTo(1000, 9);
    expect(curve.expected(20 * second, 1e9)).toBe(0);
    expect(curve.inverse(20 * second, 1e-9)).toBe(Number.POSITIVE_INFINITY);
  });

  test('is inverted exactly: the time by which n are expected is that by which n are expected', () => {
    const change = fc.record({
      gapMs: fc.integer({ min: 0, max: 10_000 }),
      factor: fc.integer({ min: 0, max: 40 }).map((n) => n / 8),
      over: fc.integer({ min: 0, max: 5000 }),
    });
    const property = fc.property(
      fc.array(change, { maxLength: 6 }),
      fc.double({ min: 0, max: 30_000, noNaN: true }),
      fc.double({ min: 1e-6, max: 2000, noNaN: true }),
      fc.constantFrom(0.5, 1, 3),
      (changes, fromMs, amount, factor) => {
        let atMs = 0;
        const pattern = changes.map(({ gapMs, factor, over }) => {
          const point = { atMs: atMs + gapMs, factor, over };
          atMs = point.atMs + over;
          return point;
        });
        const curve = new RateCurve(0.05, pattern);
        curve.scale(factor);
        const toMs = curve.inverse(fromMs, amount);
        if (toMs === Number.POSITIVE_INFINITY) {
          expect(curve.expected(fromMs, 1e12)).toBeLessThan(amount + 1e-6);
        } else {
          expect(toMs).toBeGreaterThanOrEqual(fromMs);
          expect(curve.expected(fromMs, toMs)).toBeCloseTo(amount, 6);
        }
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});

describe('an open load', () => {
  const open = (pattern: { atMs: number; factor: number; over?: number }[]): Scenario => ({
    services,
    arrivals: { kind: 'open', arrivalRatePerSecond: 200, pattern },
  });
  const arrivalsBy = (simulation: ReturnType<typeof simulate>, timeMs: number) => {
    simulation.runUntil(timeMs);
    return resultOf(simulation).journeys.visit.arrivals;
  };
  /** Four standard deviations of a Poisson law. */
  const expectAbout = (count: number, mean: number) =>
    expect(Math.abs(count - mean)).toBeLessThan(4 * Math.sqrt(mean));

  test('brings as many as its curve expects', () => {
    const pattern = [
      { atMs: 10_000, factor: 3, over: 10_000 },
      { atMs: 30_000, factor: 0 },
    ];
    const simulation = simulate(open(pattern));
    expectAbout(arrivalsBy(simulation, 10_000), 2000);
    expectAbout(arrivalsBy(simulation, 20_000), 6000);
    const all = arrivalsBy(simulation, 30_000);
    expectAbout(all, 12_000);
    expect(arrivalsBy(simulation, 90_000)).toBe(all);
  });

  test('follows a change of its rate at once, and the customers stay who they are', () => {
    const simulation = simulate(open([]));
    const before = arrivalsBy(simulation, 5000);
    simulation.apply({ kind: 'arrival-rate', arrivalRatePerSecond: 0 });
    expect(arrivalsBy(simulation, 20_000)).toBe(before);
    simulation.apply({ kind: 'arrival-rate', arrivalRatePerSecond: 2000 });
    expectAbout(arrivalsBy(simulation, 22_000) - before, 4000);
  });

  test('that is stated as nothing can be raised, by command and by timeline', () => {
    const nobody: Scenario = { ...open([]), arrivals: { kind: 'open', arrivalRatePerSecond: 0 } };
    const simulation = simulate({
      ...nobody,
      timeline: [
        { atMs: 20_000, load: { factor: 3 } },
        { atMs: 30_000, load: { arrivalRatePerSecond: 200 } },
      ],
    });
    expect(arrivalsBy(simulation, 5000)).toBe(0);
    simulation.apply({ kind: 'arrival-rate', arrivalRatePerSecond: 200 });
    const raised = arrivalsBy(simulation, 15_000);
    expectAbout(raised, 2000);
    // Three times nothing is nothing.
    const before = arrivalsBy(simulation, 20_000);
    expect(arrivalsBy(simulation, 30_000)).toBe(before);
    expectAbout(arrivalsBy(simulation, 40_000) - before, 2000);
  });

  test('that is changed and changed back at one instant is the same load', () => {
    const plain = simulate(open([]));
    const changed = simulate(open([]));
    changed.runUntil(3000);
    changed.apply({ kind: 'arrival-rate', arrivalRatePerSecond: 7 });
    changed.apply({ kind: 'arrival-rate', arrivalRatePerSecond: 200 });
    expect(arrivalsBy(changed, 6000)).toBe(arrivalsBy(plain, 6000));
  });

  test('changes by the timeline, for a while or for good', () => {
    const simulation = simulate({
      ...open([]),
      timeline: [
        { atMs: 10_000, load: { factor: 5 }, untilMs: 20_000 },
        { atMs: 30_000, load: { arrivalRatePerSecond: 0 } },
      ],
    });
    const counts = [10_000, 20_000, 30_000, 60_000].map((timeMs) => arrivalsBy(simulation, timeMs));
    expectAbout(counts[1] - counts[0], 10_000);
    expectAbout(counts[2] - counts[1], 2000);
    expect(counts[3]).toBe(counts[2]);
  });
});

describe('a closed load', () => {
  const closed = (customers: number, thinkMs: number, more: Partial<Scenario> = {}): Scenario => ({
    services,
    arrivals: { kind: 'closed', customers, thinkMs },
    ...more,
  });

  test('has customers who think, ask, wait for the answer and think again', () => {
    expect(endings(simulate(closed(1, 40)), 150)).toEqual(['50 ok', '100 ok', '150 ok']);
    const slots = [{ ...services[0], unit: { concurrency: 1 } }];
    expect(endings(simulate(closed(2, 5, { services: slots })), 45)).toEqual([
      '15 ok',
      '25 ok',
      '35 ok',
      '45 ok',
    ]);
  });

  test('goes on after failures', () => {
    const down = [{ ...services[0], unit: { replicas: 0 } }];
    expect(endings(simulate(closed(1, 100, { services: down })), 300)).toEqual([
      '100 unavailable',
      '200 unavailable',
      '300 unavailable',
    ]);
  });

  test('that lets no time pass ends with a reason', () => {
    const down = [{ ...services[0], unit: { replicas: 0 } }];
    const simulation = simulate(closed(1, 0, { services: down }));
    simulation.runUntil(1000);
    expect(simulation.stopped).toMatchObject({ atMs: 0 });
    expect(simulation.stopped?.reason).toContain('thinking time');
    expect(resultOf(simulation).stopped).toEqual(simulation.stopped);
  });
});

describe('a replayed load', () => {
  test('brings each customer at the time that the list says, in whatever order it is written', () => {
    expect(endingsOf({ services, arrivals: [30, 0.25, 30, 7] })).toEqual([
      '10.25 ok',
      '17 ok',
      '40 ok',
      '40 ok',
    ]);
  });

  test('hears nothing of a change of rate', () => {
    const simulation = simulate({ services, arrivals: [5, 20] });
    simulation.apply({ kind: 'arrival-rate', arrivalRatePerSecond: 1000 });
    expect(endings(simulation, 100)).toEqual(['15 ok', '30 ok']);
  });
});
