import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NearestFirst } from '../../src/canvas/layout/nearest-first';

test('a queue gives back what it holds, the nearest first, and says how far away it is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (distances) => {
      const queue = new NearestFirst();
      distances.forEach((distance, thing) => {
        queue.push(distance, thing);
      });
      const popped = distances.map(() => {
        const thing = queue.pop() ?? -1;
        expect(distances[thing]).toBe(queue.distance);
        return thing;
      });
      expect(new Set(popped).size).toBe(distances.length);
      const sorted = popped.map((thing) => distances[thing]);
      expect(sorted).toEqual(distances.toSorted((one, other) => one - other));
      expect(queue.pop()).toBeNull();
    }),
  );
});
