import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packedSlots } from '../../src/canvas/overlay/slot-packing';
import { inVainBit } from '../../src/simulation/frame';

it('slots of one kind stand together, held ones first, and none is lost', () => {
  const kinds = fc.constantFrom(0, 0, 1, 2, 3, 1 | inVainBit, 2 | inVainBit);
  fc.assert(
    fc.property(fc.array(kinds, { maxLength: 300 }), fc.nat(20), (slots, from) => {
      const start = Math.min(from, slots.length);
      const own = slots.slice(start);
      const packed = [...packedSlots(Uint8Array.from(slots), start, own.length)].slice(
        0,
        own.length,
      );
      expect(packed.toSorted()).toEqual(own.toSorted());
      const changes = packed.filter((kind, at) => at > 0 && kind !== packed[at - 1]).length;
      expect(changes).toBe(Math.max(0, new Set(packed).size - 1));
      if (packed.includes(0)) expect(packed.at(-1)).toBe(0);
    }),
  );
});
