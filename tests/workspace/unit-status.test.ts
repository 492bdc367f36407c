import { describe, expect, test } from 'vitest';
import { UnitField, unitFieldCount } from '../../src/simulation/frame';
import { unitStatusOf } from '../../src/workspace/unit-status';

const healthy = {
  replicaCount: 2,
  readyReplicas: 2,
  slotsTotal: 40,
  slotsBusy: 10,
  slotUtilization: 0.3,
  coreUtilization: 0.5,
  failureRate: 0,
};

/** Rows of a frame in which the second unit is the one asked about. */
function rows(changes: Partial<Record<keyof typeof UnitField, number>>): Float64Array {
  const columns = new Float64Array(2 * unitFieldCount);
  for (const [name, value] of Object.entries({ ...healthy, ...changes })) {
    columns[unitFieldCount + UnitField[name as keyof typeof UnitField]] = value;
  }
  return columns;
}

const status = (
  changes: Partial<Record<keyof typeof UnitField, number>>,
  faults: Parameters<typeof unitStatusOf>[3] = [],
) => unitStatusOf(rows(changes), 1, false, faults);

describe('the state of a unit', () => {
  test('is fine while nothing is wrong', () => {
    expect(status({})).toBe('fine');
    expect(unitStatusOf(null, 1, false, [])).toBe('fine');
  });

  test('is down without replicas, and while a crash lasts, start-ups or not', () => {
    expect(status({ readyReplicas: 0, replicaCount: 0 })).toBe('down');
    expect(status({ readyReplicas: 0 }, [{ kind: 'crash' }])).toBe('down');
  });

  test('is starting while none is ready but some are on their way', () => {
    expect(status({ readyReplicas: 0 })).toBe('starting');
  });

  test('is saturated when the slots are full and requests wait', () => {
    expect(status({ slotUtilization: 1, slotQueueLength: 900 })).toBe('saturated');
    expect(status({ slotUtilization: 1, slotQueueLength: 0 })).toBe('busy');
  });

  test('is saturated as soon as a crowd waits at full slots, though the recent time was fine', () => {
    const full = { slotsTotal: 40, slotsBusy: 40, slotUtilization: 0.5 };
    expect(status({ ...full, slotQueueLength: 10 })).toBe('saturated');
    expect(status({ ...full, slotQueueLength: 9 })).toBe('fine');
    expect(status({ ...full, slotsBusy: 39, slotQueueLength: 10 })).toBe('fine');
    expect(status({ slotsTotal: 4, slotsBusy: 4, slotUtilization: 0.5, slotQueueLength: 7 })).toBe(
      'fine',
    );
  });

  test('names a fault rather than its consequence', () => {
    expect(status({ failureRate: 0.4 }, [{ kind: 'slow', factor: 50 }])).toBe('slow');
  });

  test('has errors when more than a few of its answers fail', () => {
    expect(status({ failureRate: 0.01 })).toBe('fine');
    expect(status({ failureRate: 0.1 })).toBe('errors');
    expect(status({ failureRate: Number.NaN })).toBe('fine');
  });

  test('of someone else is known by its faults alone', () => {
    const nothing = new Float64Array(2 * unitFieldCount);
    expect(unitStatusOf(nothing, 1, true, [])).toBe('fine');
    expect(unitStatusOf(nothing, 1, true, [{ kind: 'crash' }])).toBe('down');
  });
});
