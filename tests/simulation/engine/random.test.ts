import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { block, streamKey, threefry, uniform } from '../../../src/simulation/engine/random';

const words = (text: string) => text.split(' ').map((word) => Number.parseInt(word, 16) | 0);

/** Chi-square statistic of counts that should all be alike, less its mean, in standard deviations. */
function chiSquareDeviation(counts: Float64Array): number {
  let total = 0;
  for (const count of counts) total += count;
  const expected = total / counts.length;
  let statistic = 0;
  for (const count of counts) statistic += (count - expected) ** 2 / expected;
  const freedom = counts.length - 1;
  return (statistic - freedom) / Math.sqrt(2 * freedom);
}

const binCount = 256;
const sampleCount = 1 << 16;

/** How far a sequence of uniforms is from uniform, singly and in neighbouring pairs. */
function deviations(next: (i: number) => number): { single: number; pair: number } {
  const single = new Float64Array(binCount);
  const pair = new Float64Array(binCount);
  let before = next(sampleCount);
  for (let i = 0; i < sampleCount; i++) {
    const u = next(i);
    single[Math.floor(u * binCount)]++;
    pair[Math.floor(u * 16) * 16 + Math.floor(before * 16)]++;
    before = u;
  }
  return { single: chiSquareDeviation(single), pair: chiSquareDeviation(pair) };
}

describe('the random numbers', () => {
  test.each([
    ['00000000 00000000', '00000000 00000000', '9d1c5ec6 8bd50731'],
    ['ffffffff ffffffff', 'ffffffff ffffffff', 'fd36d048 2d17272c'],
    ['13198a2e 03707344', '243f6a88 85a308d3', 'ba3e4725 f27d669e'],
  ])('are Threefry-2x32 with 13 rounds: key %s, counter %s gives %s', (key, counter, expected) => {
    const [key0, key1] = words(key) as [number, number];
    const [counter0, counter1] = words(counter) as [number, number];
    threefry(key0, key1, counter0, counter1);
    expect([...block]).toEqual(words(expected));
  });

  test('lie strictly between 0 and 1, and so do their complements', () => {
    const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(int32, int32, int32, int32, (key, requestNumber, position, salt) => {
        const u = uniform(key, requestNumber, position, salt);
        expect(u).toBeGreaterThan(0);
        expect(u).toBeLessThan(1);
        expect(1 - (1 - u)).toBe(u);
      }),
    );
  });

  test('are uniform along requests, positions, salts and streams, singly and in pairs', () => {
    const key = streamKey(42, 0);
    const sequences = [
      (i: number) => uniform(key, i, 0, 0),
      (i: number) => uniform(key, 7, i, 0),
      (i: number) => uniform(key, 7, 3, i),
      (i: number) => uniform(key, i >> 4, i & 15, 0),
      (i: number) => uniform(streamKey(42, i), 0, 0, 0),
      (i: number) => uniform(streamKey(i, 0), 0, 0, 0),
    ];
    for (const sequence of sequences) {
      const { single, pair } = deviations(sequence);
      // About one in a million by chance for each of the twelve; the seeds are fixed.
      expect(Math.abs(single)).toBeLessThan(5);
      expect(Math.abs(pair)).toBeLessThan(5);
    }
  });

  test('change half of their bits when one bit of any coordinate changes', () => {
    const trialCount = 64;
    for (let coordinate = 0; coordinate < 4; coordinate++) {
      for (let bit = 0; bit < 32; bit++) {
        let flipped = 0;
        for (let trial = 0; trial < trialCount; trial++) {
          const at: [number, number, number, number] = [trial * 40503, trial, trial * 9, trial & 3];
          threefry(...at);
          const [first, second] = block as unknown as [number, number];
          at[coordinate] = (at[coordinate] as number) ^ (1 << bit);
          threefry(...at);
          flipped += bitCount(first ^ block[0]) + bitCount(second ^ block[1]);
        }
        const share = flipped / (trialCount * 64);
        // Standard deviation 0.0078: six of them.
        expect(Math.abs(share - 0.5)).toBeLessThan(0.047);
      }
    }
  });

  test('differ between seeds that differ only above 32 bits', () => {
    const keys = [1, 1 + 2 ** 32, 1 + 2 ** 33, Number.MAX_SAFE_INTEGER].map((seed) =>
      streamKey(seed, 0),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

function bitCount(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
