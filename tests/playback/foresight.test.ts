import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimedCommand } from '../../src/simulation/command';
import { windowMs } from '../../src/simulation/frame';
import { crash, digestsOf, endMs, script, shopPlayer } from './shop-player';

/** A player whose worker has worked out the run up to its end. */
function foreseeing(playedScript = script, marksMs: readonly number[] = []) {
  const player = shopPlayer(playedScript, { durationMs: endMs, marksMs });
  player.playback.foresee(endMs);
  player.worker.settle();
  return player;
}

/** From where the worker has gone on, for each time the run was taken up. */
function startsOf({ worker }: ReturnType<typeof shopPlayer>): number[] {
  return worker.asked.flatMap((asked) => (asked.type === 'resume' ? [asked.beforeMs] : []));
}

function inOrder(applied: readonly TimedCommand[]): TimedCommand[] {
  return applied.toSorted((one, other) => one.atMs - other.atMs);
}

describe('a run that is worked out ahead', () => {
  it('stays where it is, and tells nothing of what is to come', () => {
    const { playback, columns, worker } = foreseeing();
    expect(worker.asked.filter(({ type }) => type === 'foresee').length).toBeGreaterThan(3);
    expect(playback.feed.knownMs).toBe(0);
    expect(playback.feed.current()?.timeMs).toBe(0);
    expect(columns().flat(2)).toEqual([]);
  });

  it('leads to any instant ahead from close by, and to what one would have seen on the way', () => {
    const player = foreseeing();
    player.goTo(5000);
    const [beforeMs] = startsOf(player);
    expect(beforeMs).toBeGreaterThan(4000);
    expect(player.playback.feed.knownMs, 'no more than was sought').toBe(5000);
    player.goTo(endMs);
    const straight = shopPlayer(script);
    straight.goTo(endMs);
    expect(player.digests()).toEqual(straight.digests());
    expect(player.columns()).toEqual(straight.columns());
  });

  it('has the frames of its marks as soon as somebody is beyond them', () => {
    const { playback, goTo } = foreseeing(script, [0, 1000, 2161.25]);
    expect(playback.feed.marked(1000)).toBeNull();
    goTo(4000);
    for (const markMs of [0, 1000, 2161.25]) {
      expect(playback.feed.marked(markMs)?.timeMs).toBe(markMs);
    }
  });

  it('forgets what a change makes different, and works it out once more', () => {
    const player = foreseeing();
    const changed = [script[0], { atMs: 3000, command: crash }];
    player.change(changed);
    player.goTo(endMs);
    expect(player.digests()).toEqual(digestsOf(changed));
    const straight = shopPlayer(changed);
    straight.goTo(endMs);
    expect(player.columns()).toEqual(straight.columns());
    expect(player.columns()[0][0]).toHaveLength(endMs / windowMs);
  });

  it('asks for nothing where nobody is about to seek, or everything is known', () => {
    const player = foreseeing();
    const askedThen = player.worker.asked.length;
    player.playback.foresee(endMs);
    player.playback.foresee(null);
    player.change([]);
    player.worker.settle();
    const after = player.worker.asked.slice(askedThen).map(({ type }) => type);
    expect(after).not.toContain('foresee');
  });

  it('takes no time of a run that plays, nor of one that nobody sees', () => {
    const { playback, worker, watcher } = shopPlayer([], { durationMs: endMs });
    const foreseen = () => worker.asked.filter(({ type }) => type === 'foresee').length;
    const play = (ms: number) => {
      watcher.pass(16);
      watcher.pass(ms);
      worker.settle();
    };
    watcher.setSeen(false);
    playback.foresee(endMs);
    worker.settle();
    playback.play();
    watcher.setSeen(true);
    play(100);
    expect(foreseen()).toBe(0);
    // Who points at the timeline may go elsewhere without a pause.
    playback.foresee(2000, { whilePlaying: true });
    play(100);
    const foreseenThen = foreseen();
    expect(foreseenThen).toBeGreaterThan(0);
    playback.foresee(endMs);
    worker.settle();
    expect(foreseen()).toBe(foreseenThen);
    playback.pause();
    worker.settle();
    expect(foreseen()).toBeGreaterThan(foreseenThen);
  });

  it('comes to the same whatever is done meanwhile', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('seek' as const), timeMs: fc.integer({ min: 0, max: endMs }) }),
      fc.record({ kind: fc.constant('send' as const) }),
      fc.record({ kind: fc.constant('play' as const), ms: fc.integer({ min: 1, max: 300 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const player = shopPlayer([], { durationMs: endMs });
        const applied: TimedCommand[] = [];
        player.playback.onApplied((one) => applied.push(one));
        player.playback.foresee(endMs);
        for (const each of steps) {
          if (each.kind === 'seek') player.goTo(each.timeMs);
          else if (each.kind === 'send') player.send(crash);
          else {
            player.playback.play();
            player.watcher.pass(16);
            player.watcher.pass(each.ms);
            player.worker.settle();
            player.playback.pause();
            player.worker.settle();
          }
        }
        player.goTo(endMs);
        expect(player.digests()).toEqual(digestsOf(inOrder(applied)));
        const straight = shopPlayer(inOrder(applied));
        straight.goTo(endMs);
        expect(player.columns()).toEqual(straight.columns());
      }),
      { numRuns: 8, seed: 2026 },
    );
  });
});
