import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentFrom } from '../../../src/architecture/check-document';
import { Simulation } from '../../../src/simulation/engine/simulation';
import {
  BreakerField,
  BreakerState,
  breakerFieldCount,
  WindowField,
  windowFieldCount,
} from '../../../src/simulation/frame';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import { eventfulMs, randomDocument } from '../../laws/random-document';
import { call, type Scenario, simulate, work } from '../scenario';

type FieldName = keyof typeof WindowField;

function windowsOf(scenario: Scenario, untilMs: number, fields: readonly FieldName[]) {
  const simulation = simulate(scenario);
  simulation.runUntil(untilMs);
  const { windows } = simulation.takeFrame();
  return Array.from({ length: windows.length / windowFieldCount }, (_, row) =>
    fields.map((name) => windows[row * windowFieldCount + WindowField[name]]),
  );
}

describe('a window of the charts', () => {
  const two = (steps: Scenario['services'][number]['steps']): Scenario => ({
    arrivals: [100, 100],
    network: { latencyMs: 0 },
    services: [
      { id: 'shop', steps, unit: { concurrency: 1, cores: 2 } },
      { id: 'idle', steps: [work(1)], unit: { concurrency: 3, cores: 1 } },
    ],
  });

  test('tells what was in use of what there was, and who waited for a slot', () => {
    // One after the other, 150 ms each, from 100 ms to 400 ms; the second waits for the first.
    const fields = [
      'slotsBusyMs',
      'slotsReadyMs',
      'coresBusyMs',
      'coresReadyMs',
      'slotQueueMs',
    ] as const;
    expect(windowsOf(two([work(150)]), 1000, fields)).toEqual([
      [300, 2000, 300, 1500, 150],
      [0, 2000, 0, 1500, 0],
    ]);
  });

  test('tells the share of the busiest unit, which the whole can hide', () => {
    const shares = ['slotUtilizationMax', 'coreUtilizationMax', 'readyReplicas'] as const;
    expect(windowsOf(two([work(150)]), 500, shares)).toEqual([[0.6, 0.3, 2]]);
  });

  test('has no share of a unit that is not there', () => {
    const scenario: Scenario = {
      ...two([work(1)]),
      services: [{ id: 'shop', steps: [work(1)], unit: { replicas: 0 } }],
    };
    expect(windowsOf(scenario, 500, ['coreUtilizationMax', 'readyReplicas'])).toEqual([
      [Number.NaN, 0],
    ]);
  });
});

test('windows are the same whether somebody watches the run or not', () => {
  fc.assert(
    fc.property(randomDocument, fc.nat(1000), (input, seed) => {
      const document = documentFrom(input);
      const [{ id: deploymentId }] = document.deployments;
      const options = { document, deploymentId, seed };
      const watched = new Simulation({ ...options, isObserved: true });
      const unwatched = new Simulation({ ...options, hasWindows: true });
      watched.runUntil(2 * eventfulMs);
      unwatched.runUntil(eventfulMs);
      const forked = unwatched.fork();
      forked.runUntil(2 * eventfulMs);
      expect(forked.takeWindows()).toEqual(watched.takeFrame().windows);
      expect(resultOf(forked)).toEqual(resultOf(watched));
      expect(() => unwatched.takeFrame()).toThrow('observed');
    }),
    { numRuns: 60, seed: 2026 },
  );
});

test('a breaker that opens and closes is told once each, at the end of its window', () => {
  const simulation = simulate({
    arrivals: [100, 200, 300, 2900],
    network: { latencyMs: 0 },
    services: [
      { id: 'shop', steps: [call('stock')] },
      { id: 'stock', steps: [work(1)] },
    ],
    policies: [
      {
        caller: 'shop',
        callee: 'stock',
        circuitBreaker: { minimumCalls: 2, windowMs: 1000, openMs: 2000, halfOpenProbes: 1 },
      },
    ],
    timeline: [{ atMs: 0, untilMs: 1000, fault: 'errors', module: 'stock', rate: 1 }],
  });
  const changes: number[][] = [];
  for (let timeMs = 250; timeMs <= 5000; timeMs += 250) {
    simulation.runUntil(timeMs);
    const { breakers } = simulation.takeFrame();
    for (let at = 0; at < breakers.length; at += breakerFieldCount) {
      changes.push([breakers[at + BreakerField.atMs], breakers[at + BreakerField.state]]);
    }
  }
  expect(changes).toEqual([
    [500, BreakerState.open],
    [3000, BreakerState.closed],
  ]);
});

describe('a window of one unit', () => {
  const shopWithStock: Scenario = {
    arrivals: [100, 120, 600],
    network: { latencyMs: 0 },
    services: [
      { id: 'shop', steps: [call('stock')], unit: { concurrency: 4, cores: 2 } },
      { id: 'stock', steps: [work(40)], unit: { concurrency: 1, cores: 1, acceptQueue: 0 } },
    ],
  };
  const rowsOf = (untilMs: number) => {
    const simulation = simulate(shopWithStock);
    simulation.runUntil(untilMs);
    const { windows, unitWindows } = simulation.takeFrame();
    const rows = (values: Float64Array) =>
      Array.from({ length: values.length / windowFieldCount }, (_, row) =>
        values.subarray(row * windowFieldCount, (row + 1) * windowFieldCount),
      );
    return { whole: rows(windows), units: rows(unitWindows) };
  };

  test('tells what became of its own visits, and how long they took', () => {
    const { units } = rowsOf(1000);
    const told = units.map((row) =>
      (['startMs', 'ok', 'failed', 'msP99'] as const).map((name) => row[WindowField[name]]),
    );
    // The second customer finds the only slot of the stock taken and is turned away.
    expect(told.map(([startMs, ok, failed]) => [startMs, ok, failed])).toEqual([
      [0, 1, 1],
      [0, 1, 1],
      [500, 1, 0],
      [500, 1, 0],
    ]);
    for (const [, , , msP99] of told) expect(Math.abs(msP99 - 40)).toBeLessThan(1);
  });

  test('has its part of what the whole has in use, waiting, ready and paid', () => {
    const { whole, units } = rowsOf(1500);
    expect(whole).toHaveLength(3);
    const summed = ['coresBusyMs', 'slotsReadyMs', 'slotQueueMs', 'readyReplicas', 'usdPerHour'];
    for (const name of summed as FieldName[]) {
      whole.forEach((row, index) => {
        const own = units.slice(2 * index, 2 * index + 2);
        const sum = own.reduce((total, unit) => total + unit[WindowField[name]], 0);
        expect(sum, name).toBeCloseTo(row[WindowField[name]], 9);
      });
    }
  });
});
