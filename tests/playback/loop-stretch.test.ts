import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isMarked,
  loopEndMs,
  movedMark,
  shortestLoopMs,
  stretchWithin,
  wholeRun,
  withMark,
} from '../../src/playback/loop-stretch';

describe('the stretch of a loop', () => {
  it('has its marks where they were put, and in their order', () => {
    const marked = withMark(withMark(wholeRun, 'fromMs', 2000), 'toMs', 5000);
    expect(marked).toEqual({ fromMs: 2000, toMs: 5000 });
    expect(withMark(marked, 'fromMs', 6000)).toEqual({ fromMs: 6000, toMs: null });
    expect(withMark(marked, 'toMs', 1000)).toEqual({ fromMs: null, toMs: 1000 });
    expect(withMark(marked, 'toMs', null)).toEqual({ fromMs: 2000, toMs: null });
    expect(isMarked(withMark(withMark(marked, 'toMs', null), 'fromMs', null))).toBe(false);
  });

  it('is never shorter than can be seen, whatever is marked', () => {
    const mark = fc.tuple(
      fc.constantFrom('fromMs' as const, 'toMs' as const),
      fc.option(fc.double({ min: 0, max: 90_000, noNaN: true })),
    );
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1 }), (marks) => {
        const { fromMs, toMs } = marks.reduce(
          (stretch, [end, timeMs]) => withMark(stretch, end, timeMs),
          wholeRun,
        );
        if (fromMs !== null && toMs !== null) {
          expect(toMs - fromMs).toBeGreaterThanOrEqual(shortestLoopMs);
        }
      }),
    );
  });

  it('has a mark that is moved by hand stop at the other one', () => {
    const stretch = { fromMs: 2000, toMs: 5000 };
    expect(movedMark(stretch, 'fromMs', 9000)).toEqual({ fromMs: 4900, toMs: 5000 });
    expect(movedMark(stretch, 'toMs', 0)).toEqual({ fromMs: 2000, toMs: 2100 });
    expect(movedMark({ ...stretch, toMs: null }, 'fromMs', 9000).fromMs).toBe(9000);
  });

  it('ends at its mark, else with the run, else never', () => {
    const loop = { isLooping: true, stretch: { fromMs: 0, toMs: 5000 }, durationMs: 9000 };
    expect(loopEndMs(loop)).toBe(5000);
    expect(loopEndMs({ ...loop, stretch: wholeRun })).toBe(9000);
    expect(loopEndMs({ ...loop, stretch: wholeRun, durationMs: null })).toBe(Infinity);
    expect(loopEndMs({ ...loop, isLooping: false })).toBe(Infinity);
    expect(stretchWithin(loop.stretch, 4000)).toEqual({ fromMs: 0, toMs: null });
  });
});
