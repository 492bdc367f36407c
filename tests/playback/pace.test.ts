import { describe, expect, it } from 'vitest';
import { Pace, wallStepLimitMs } from '../../src/playback/pace';

const endless = Number.POSITIVE_INFINITY;

describe('the pace of a run', () => {
  it("is the watcher's clock times the speed", () => {
    const pace = new Pace();
    expect(pace.next(1000, 0, 10, endless)).toBe(0);
    expect(pace.next(1016, 0, 10, endless)).toBe(160);
    pace.arrived(160);
    expect(pace.next(1032, 160, 10, endless)).toBe(320);
    expect(pace.next(1048, 320, 0.25, endless)).toBe(324);
  });

  it('does not make up for a pause', () => {
    const pace = new Pace();
    pace.next(1000, 0, 1, endless);
    pace.next(1016, 0, 1, endless);
    pace.rest();
    expect(pace.next(61_000, 16, 1, endless)).toBe(16);
    expect(pace.next(61_010, 16, 1, endless)).toBe(26);
  });

  it('does not make up for a gap longer than its limit', () => {
    const pace = new Pace();
    pace.next(1000, 0, 2, endless);
    expect(pace.next(31_000, 0, 2, endless)).toBe(2 * wallStepLimitMs);
  });

  it('stops at a limit, which is not to be behind', () => {
    const pace = new Pace();
    pace.next(1000, 0, 60, 100);
    for (let picture = 1; picture < 60; picture += 1) {
      expect(pace.next(1000 + picture * 16, 0, 60, 100)).toBe(100);
      pace.arrived(100);
    }
    expect(pace.isBehind).toBe(false);
  });

  it('counts as behind once the simulation falls short for a while, and no longer when it caught up', () => {
    const pace = new Pace();
    let wallMs = 0;
    let timeMs = 0;
    const watch = (share: number, frames: number) => {
      for (let frame = 0; frame < frames; frame += 1) {
        wallMs += 16;
        const toMs = pace.next(wallMs, timeMs, 60, endless);
        timeMs += (toMs - timeMs) * share;
        pace.arrived(timeMs);
      }
    };
    watch(1, 60);
    watch(0.5, 2);
    expect(pace.isBehind).toBe(false);
    watch(0.5, 20);
    expect(pace.isBehind).toBe(true);
    watch(1, 120);
    expect(pace.isBehind).toBe(false);
  });
});
