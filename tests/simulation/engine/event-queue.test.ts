import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventQueue } from '../../../src/simulation/engine/event-queue';
import type { PackedState } from '../../../src/simulation/engine/packed-state';
import { StatePacker } from '../../../src/simulation/engine/state-packer';

interface Entry {
  timeMs: number;
  payload: number;
}

/** The law of the queue in its plainest form: a list kept sorted, newcomers after their equals. */
class SortedList {
  private readonly entries: Entry[] = [];

  push(timeMs: number, payload: number): void {
    const at = this.entries.findIndex((entry) => entry.timeMs > timeMs);
    this.entries.splice(at < 0 ? this.entries.length : at, 0, { timeMs, payload });
  }

  pop(): Entry | undefined {
    return this.entries.shift();
  }

  get size(): number {
    return this.entries.length;
  }

  get firstTimeMs(): number {
    return this.entries[0]?.timeMs ?? Infinity;
  }
}

/** Few distinct times, so that ties are the rule. */
const operation = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('push' as const), timeMs: fc.nat(8) }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'pop' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'look' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'copy' as const }) },
);

/** What is pending before, so that small and large queues both occur. */
const pendingMs = fc.array(fc.nat(8), { maxLength: 150, size: 'max' });

/** As a checkpoint keeps it. */
function packed(queue: EventQueue): PackedState {
  return new StatePacker(new Set()).pack(queue);
}

function copyOf(kept: PackedState): EventQueue {
  return kept.unpack() as EventQueue;
}

describe('the event queue', () => {
  test('gives events back by time, and in the order of their coming at the same instant', () => {
    fc.assert(
      fc.property(
        pendingMs,
        fc.array(operation, { maxLength: 300, size: 'max' }),
        (first, operations) => {
          let queue = new EventQueue(1);
          const expected = new SortedList();
          let payload = 0;
          for (const timeMs of first) {
            queue.push(timeMs, payload);
            expected.push(timeMs, payload++);
          }
          for (const step of operations) {
            if (step.kind === 'push') {
              queue.push(step.timeMs, payload);
              expected.push(step.timeMs, payload++);
            } else if (step.kind === 'pop') {
              const entry = expected.pop();
              if (!entry) continue;
              expect(queue.pop()).toBe(entry.payload);
              expect(queue.poppedTimeMs).toBe(entry.timeMs);
            } else if (step.kind === 'look') {
              expect(queue.peekTimeMs()).toBe(expected.firstTimeMs);
            } else {
              queue = copyOf(packed(queue));
            }
            expect(queue.size).toBe(expected.size);
          }
          for (let entry = expected.pop(); entry; entry = expected.pop()) {
            expect(queue.pop()).toBe(entry.payload);
          }
          expect(queue.size).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is not changed by what happens to a copy of it', () => {
    const queue = new EventQueue();
    for (let i = 0; i < 100; i++) queue.push((i * 37) % 101, i);
    const kept = packed(queue);
    const drained: number[] = [];
    while (queue.size > 0) drained.push(queue.pop());
    const copy = copyOf(kept);
    queue.push(-1, 1000);
    const again: number[] = [];
    while (copy.size > 0) again.push(copy.pop());
    expect(again).toEqual(drained);
  });

  test('keeps the order of events at the same instant when their numbers run out', () => {
    const queue = new EventQueue();
    for (let i = 0; i < 50; i++) queue.push(i % 5, i);
    Object.assign(queue, { nextSequence: 2 ** 31 - 1 });
    for (let i = 50; i < 100; i++) queue.push(i % 5, i);
    const order: number[] = [];
    while (queue.size > 0) order.push(queue.pop());
    const expected = Array.from({ length: 100 }, (_, i) => i).sort((a, b) => (a % 5) - (b % 5));
    expect(order).toEqual(expected);
  });

  test('refuses to give an event where there is none', () => {
    const queue = new EventQueue();
    expect(queue.peekTimeMs()).toBe(Infinity);
    expect(() => queue.pop()).toThrow('empty');
    queue.push(1, 1);
    queue.pop();
    expect(() => queue.pop()).toThrow('empty');
  });
});
