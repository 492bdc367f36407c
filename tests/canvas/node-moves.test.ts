import { describe, expect, it } from 'vitest';
import { selectedAfter } from '../../src/canvas/node-moves';

describe('the selection', () => {
  it('is another one after a click elsewhere', () => {
    expect(
      selectedAfter(
        ['a', 'b'],
        [
          ['a', false],
          ['b', false],
          ['c', true],
        ],
      ),
    ).toEqual(['c']);
  });

  it('speaks first of who was added last', () => {
    expect(selectedAfter(['a', 'b'], [['c', true]])).toEqual(['c', 'a', 'b']);
  });

  it('goes on speaking of the same one while a rubber band catches others', () => {
    expect(
      selectedAfter(
        ['a'],
        [
          ['b', true],
          ['c', true],
        ],
      ),
    ).toEqual(['a', 'b', 'c']);
  });

  it('passes to the next one when the one it speaks of is let go', () => {
    expect(selectedAfter(['a', 'b'], [['a', false]])).toEqual(['b']);
  });
});
