import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Column, columnKinds } from '../../../src/simulation/engine/column-part';
import { StatePacker } from '../../../src/simulation/engine/state-packer';

class Meter {
  total = 0;
  readonly counts = new Float64Array(4);
}

function copyOf(state: unknown, old?: unknown): unknown {
  return new StatePacker(new Set()).pack(state).unpack(old);
}

/** Mostly room that is not in use, as in a run; values of every width. */
const column: fc.Arbitrary<Column> = fc
  .record({
    kind: fc.constantFrom(...columnKinds),
    before: fc.nat(3),
    values: fc.array(
      fc.oneof(fc.nat(1), fc.integer({ min: -300, max: 300 }), fc.integer(), fc.double()),
      { maxLength: 6 },
    ),
    after: fc.nat(9),
  })
  .map(({ kind, before, values, after }) => {
    const length = before + values.length + after;
    const made = new kind(new ArrayBuffer(length * kind.BYTES_PER_ELEMENT), 0, length);
    made.set(values, before);
    return made;
  });

const { tree } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.double(),
    fc.integer(),
    fc.constantFrom(
      -0,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      null,
      undefined,
      true,
      false,
      'crash',
    ),
    column,
  ),
  tree: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('head', 'tail', 'byName', 'limit'), tie('tree'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
    fc
      .array(fc.tuple(fc.constantFrom('payment', 'orders', 3), tie('tree')), { maxLength: 3 })
      .map((entries) => new Map(entries)),
  ),
}));

describe('a packed state', () => {
  test('comes back as it was, into fresh room and into that of any other', () => {
    fc.assert(
      fc.property(tree, tree, (state, other) => {
        expect(copyOf(state)).toStrictEqual(state);
        const kept = structuredClone(state);
        expect(copyOf(state, other)).toStrictEqual(kept);
        expect(state, 'the one that was packed').toStrictEqual(kept);
      }),
      { numRuns: 400 },
    );
  });

  test('is not changed by what happens to the state or to a copy', () => {
    const state = { rows: [1, 2], column: Int32Array.of(0, 7, 70_000, 0) };
    const packed = new StatePacker(new Set()).pack(state);
    state.column[1] = 8;
    const copy = packed.unpack() as typeof state;
    copy.rows.push(3);
    copy.column[2] = 0;
    expect(packed.unpack()).toStrictEqual({ rows: [1, 2], column: Int32Array.of(0, 7, 70_000, 0) });
  });

  test('has two paths to one object, and ways in a circle, as before', () => {
    const meter = new Meter();
    const state: Record<string, unknown> = { meter, counts: meter.counts, again: [meter] };
    state.itself = state;
    const copy = copyOf(state) as typeof state & { meter: Meter; again: Meter[] };
    expect(copy.meter).toBeInstanceOf(Meter);
    expect(copy.meter).not.toBe(meter);
    expect(copy.counts).toBe(copy.meter.counts);
    expect(copy.again[0]).toBe(copy.meter);
    expect(copy.itself).toBe(copy);
  });

  test('shares what no run changes', () => {
    const program = { op: Uint8Array.of(1, 2) };
    const state = { program, pc: 3 };
    const copy = new StatePacker(new Set([program])).pack(state).unpack() as typeof state;
    expect(copy.program).toBe(program);
  });

  test('takes the room of a state that is given up, each once', () => {
    const room = new Float64Array(8);
    const state = { one: Float64Array.of(1, 2, 3), other: Float64Array.of(4) };
    const copy = copyOf(state, { one: room, other: room }) as typeof state;
    expect(copy.one.buffer).toBe(room.buffer);
    expect(copy.other.buffer).not.toBe(room.buffer);
    expect(copy).toStrictEqual(state);
  });

  test('refuses what it cannot see into', () => {
    expect(() => copyOf({ onEnd: () => 1 })).toThrow('must not hold functions');
    expect(() => copyOf({ ids: new BigInt64Array(1) })).toThrow('must not hold a BigInt64Array');
  });
});
