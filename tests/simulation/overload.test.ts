import { describe, expect, test } from 'vitest';
import { Simulation } from '../../src/simulation/engine/simulation';
import { resultOf } from '../../src/simulation/measurement/summarize-run';
import { documentOf, type Scenario, wait, work } from './scenario';

const overloaded: Scenario = {
  services: [{ id: 'shop', steps: [work(10)], unit: { acceptQueue: 1_000_000_000 } }],
  // Twice what the core can do.
  arrivals: { kind: 'open', arrivalRatePerSecond: 200 },
};

function simulate(scenario: Scenario, taskLimit: number): Simulation {
  return new Simulation({
    document: documentOf(scenario),
    deploymentId: 'cut',
    seed: 1,
    taskLimit,
  });
}

describe('a system that cannot keep up', () => {
  test('ends the run with the reason, and says what it did until then', () => {
    const simulation = simulate(overloaded, 1000);
    expect(simulation.runUntil(1e6)).toBe(true);
    const { stopped } = simulation;
    // A hundred more each second: about ten seconds until there are a thousand.
    expect(stopped?.atMs).toBeGreaterThan(8000);
    expect(stopped?.atMs).toBeLessThan(12_000);
    expect(stopped?.reason).toContain('more than 1000 requests in flight');
    expect(simulation.nowMs).toBe(stopped?.atMs);
    const { journeys, stopped: told } = resultOf(simulation);
    expect(told).toEqual(stopped);
    expect(journeys.visit.inFlight).toBe(1001);
    expect(journeys.visit.arrivals).toBe(journeys.visit.ok + 1001);
  });

  test('stays stopped, whatever it is asked', () => {
    const simulation = simulate(overloaded, 100);
    simulation.runUntil(1e6);
    const { events, nowMs } = simulation;
    simulation.apply({ kind: 'arrival-rate', arrivalRatePerSecond: 0 });
    expect(simulation.runUntil(2e6)).toBe(true);
    expect([simulation.events, simulation.nowMs]).toEqual([events, nowMs]);
  });

  test('is bounded by its accept queue: it rejects and goes on', () => {
    const bounded = [{ id: 'shop', steps: [work(10)], unit: { concurrency: 10, acceptQueue: 50 } }];
    const simulation = simulate({ ...overloaded, services: bounded }, 1000);
    simulation.runUntil(30_000);
    expect(simulation.stopped).toBeNull();
    const { ok, failed } = resultOf(simulation).journeys.visit;
    expect(Math.abs(ok - 3000)).toBeLessThan(10);
    expect(failed.rejected).toBeGreaterThan(2500);
  });

  test('counts messages that nobody consumes', () => {
    const silent: Scenario = {
      services: [
        { id: 'shop', steps: [{ call: 'log.serve', async: true }] },
        { id: 'log', kind: 'broker', steps: [{ deliver: 'mail.serve' }] },
        { id: 'mail', steps: [wait(1)], unit: { replicas: 0 } },
      ],
      arrivals: { kind: 'open', arrivalRatePerSecond: 100 },
    };
    const simulation = simulate(silent, 500);
    simulation.runUntil(1e6);
    expect(simulation.stopped).not.toBeNull();
    expect(resultOf(simulation).journeys.visit.inFlight).toBe(0);
  });
});
