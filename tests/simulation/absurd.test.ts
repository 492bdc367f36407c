import { describe, expect, test } from 'vitest';
import type { Simulation } from '../../src/simulation/engine/simulation';
import { resultOf } from '../../src/simulation/measurement/summarize-run';
import { type Scenario, simulate, type TimelineInput, wait, work } from './scenario';

type Service = Scenario['services'][number];

const customers: Scenario['arrivals'] = { kind: 'open', arrivalRatePerSecond: 100 };

/** A shop that calls one service, which is as absurd as the format allows. */
function absurd(
  service: Partial<Service>,
  more: Partial<Scenario> & { timeline?: TimelineInput[] } = {},
): Scenario {
  return {
    services: [
      { id: 'shop', steps: [{ call: 'store.serve' }] },
      { id: 'store', steps: [work(1)], ...service },
    ],
    arrivals: customers,
    ...more,
  };
}

const call = { caller: 'shop', callee: 'store' };
const down = { unit: { replicas: 0 } };

const cases: [string, Scenario][] = [
  ['a spread of nothing', absurd({ steps: [work({ kind: 'lognormal', mean: 5, cv: 0 })] })],
  ['the widest spread', absurd({ steps: [work({ kind: 'lognormal', mean: 5, cv: 100 })] })],
  [
    'the widest branches',
    absurd({ steps: [work({ kind: 'hyperexponential', mean: 5, cv: 100 })] }),
  ],
  ['hardly any work', absurd({ steps: [work(1e-300)] })],
  ['work for days', absurd({ steps: [work(1e9)] })],
  ['a core that hardly moves', absurd({ unit: { cores: 1e-9 } })],
  ['no replica', absurd(down)],
  [
    'a hundred retries at once',
    absurd(down, { policies: [{ ...call, retries: { max: 100, backoffMs: 0 } }] }),
  ],
  [
    'pauses that outgrow every number',
    absurd(down, { policies: [{ ...call, retries: { max: 100, backoffMs: 1000, factor: 100 } }] }),
  ],
  [
    'a timeout before anything can happen',
    absurd({}, { policies: [{ ...call, timeoutMs: 1e-9, retries: { max: 3, backoffMs: 0 } }] }),
  ],
  ['ten copies at once', absurd({}, { policies: [{ ...call, hedge: { afterMs: 0, max: 10 } }] })],
  [
    'a leak that fills the memory at once',
    absurd(
      { unit: { startupMs: 0, memoryMiB: 1 } },
      { timeline: [{ atMs: 0, fault: 'leak', module: 'store', mibPerSecond: 1e6 }] },
    ),
  ],
  [
    'a slowness of a million',
    absurd({}, { timeline: [{ atMs: 0, fault: 'slow', module: 'store', factor: 1e6 }] }),
  ],
  ['nobody at all', absurd({}, { arrivals: { kind: 'closed', customers: 0, thinkMs: 0 } })],
  [
    'a thousand who never think',
    absurd({}, { arrivals: { kind: 'closed', customers: 1000, thinkMs: 0 } }),
  ],
];

/** Nobody is lost and nobody is counted twice. */
function expectConservation(simulation: Simulation): void {
  const { arrivals, ok, degraded, inFlight, failed } = resultOf(simulation).journeys.visit;
  const failures = Object.values(failed).reduce((sum, count) => sum + count, 0);
  expect(ok + degraded + failures + inFlight).toBe(arrivals);
}

describe('what is absurd and allowed is simulated all the same', () => {
  test.each(cases)('%s', (_, scenario) => {
    const simulation = simulate(scenario);
    // A run that goes round and round would not be there after so many events.
    expect(simulation.runUntil(10_000, 2_000_000)).toBe(true);
    expect(simulation.stopped).toBeNull();
    expect(simulation.nowMs).toBe(10_000);
    expectConservation(simulation);
  });
});

describe('a million requests in flight', () => {
  test('are kept account of, and come to rest', () => {
    const hall = { replicas: 20, concurrency: 100_000 };
    const simulation = simulate({
      services: [{ id: 'hall', steps: [wait(10_000)], unit: hall }],
      arrivals: { kind: 'open', arrivalRatePerSecond: 100_000 },
    });
    simulation.runUntil(10_000);
    const { inFlight, arrivals } = resultOf(simulation).journeys.visit;
    expect(inFlight).toBe(arrivals);
    expect(inFlight).toBeGreaterThan(990_000);
    expectConservation(simulation);
    simulation.apply({ kind: 'arrival-rate', arrivalRatePerSecond: 0 });
    simulation.runUntil(20_001);
    expect(resultOf(simulation).journeys.visit.ok).toBe(arrivals);
    expectConservation(simulation);
  });
});
