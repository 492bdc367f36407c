import { describe, expect, test } from 'vitest';
import { BreakerHistory } from '../../src/playback/breaker-history';
import { BreakerState } from '../../src/simulation/frame';

const { open, halfOpen, closed } = BreakerState;

function historyOf(...frames: readonly [atMs: number, edge: number, state: number][][]) {
  const history = new BreakerHistory();
  for (const rows of frames) history.append(Float64Array.from(rows.flat()));
  return history;
}

describe('when breakers stood open', () => {
  test('lasts from opening to closing, probing included, edge by edge', () => {
    const history = historyOf(
      [
        [500, 3, open],
        [500, 4, closed],
      ],
      [
        [2000, 3, halfOpen],
        [2000, 5, open],
      ],
      [[2500, 3, closed]],
    );
    expect(history.openCircuits).toEqual([
      { edgeIndex: 3, fromMs: 500, untilMs: 2500 },
      { edgeIndex: 5, fromMs: 2000, untilMs: null },
    ]);
  });

  test('is not seen before somebody has gone there', () => {
    const history = historyOf([[500, 3, open]]);
    history.foretell(Float64Array.from([1500, 3, closed, 2000, 5, open]));
    expect(history.openCircuits).toEqual([{ edgeIndex: 3, fromMs: 500, untilMs: null }]);
    history.reveal(1500);
    expect(history.openCircuits).toEqual([{ edgeIndex: 3, fromMs: 500, untilMs: 1500 }]);
    history.append(Float64Array.from([2000, 5, open]));
    expect(history.openCircuits).toHaveLength(2);
  });

  test('is told once, however often the run passes there', () => {
    const history = historyOf([[500, 3, open]], [[1500, 3, closed]]);
    const before = history.openCircuits;
    history.append(Float64Array.from([500, 3, open]));
    history.append(Float64Array.from([1500, 3, closed]));
    expect(history.openCircuits).toBe(before);
  });

  test('is not known beyond the instant from which the run takes another course', () => {
    const history = historyOf([[500, 3, open]], [[1500, 3, closed]]);
    history.cut(1000);
    expect(history.openCircuits).toEqual([{ edgeIndex: 3, fromMs: 500, untilMs: null }]);
    history.append(Float64Array.from([1000, 3, closed]));
    expect(history.openCircuits).toEqual([{ edgeIndex: 3, fromMs: 500, untilMs: 1000 }]);
  });
});
