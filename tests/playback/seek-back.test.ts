import { describe, expect, it } from 'vitest';
import { shop } from '../../src/architecture/shop';
import type { TimedCommand } from '../../src/simulation/command';
import { Simulation } from '../../src/simulation/engine/simulation';
import {
  type Frame,
  HopField,
  hopFieldCount,
  WindowField,
  windowMs,
} from '../../src/simulation/frame';
import { crash, deploymentIds, digestsOf, endMs, script, seed, shopPlayer } from './shop-player';

/** What a frame shows, without what travels and what was told since the frame before. */
function pictureOf(frame: Frame | null) {
  return frame?.deployments.map(({ hops, windows, unitWindows, breakers, ...picture }) => picture);
}

/** Hops of sampled requests in a stretch, by deployment. */
function hopsBetween(fromMs: number, toMs: number, requestsPerDot: number): number[][] {
  return deploymentIds.map((deploymentId) => {
    const simulation = new Simulation({ document: shop, deploymentId, seed, isObserved: true });
    simulation.setSampling(requestsPerDot);
    simulation.runUntil(toMs);
    const { hops } = simulation.takeFrame();
    const rows = Array.from({ length: hops.length / hopFieldCount }, (_, row) =>
      Array.from(hops.subarray(row * hopFieldCount, (row + 1) * hopFieldCount)),
    );
    return rows.filter((row) => row[HopField.atMs] >= fromMs).flat();
  });
}

describe('an instant that is sought', () => {
  it('shows what is on its way there, as if one had watched', () => {
    const { playback, goTo } = shopPlayer();
    for (const timeMs of [5000, 1234, 2999]) {
      goTo(timeMs);
      const frame = playback.feed.current();
      const { fromMs, toMs } = playback.feed.pacing();
      expect([fromMs, toMs], 'nothing has passed since the picture before').toEqual([
        timeMs,
        timeMs,
      ]);
      const shown = frame?.deployments.map(({ hops }) => Array.from(hops));
      expect(shown?.every((hops) => hops.length > 0)).toBe(true);
      expect(shown).toEqual(hopsBetween(timeMs - 520, timeMs, frame?.requestsPerDot ?? 1));
    }
  });
});

describe('a run with a script', () => {
  it('is the same wherever one has been on the way', () => {
    const straight = shopPlayer(script);
    straight.goTo(3650);
    const pictureThen = pictureOf(straight.playback.feed.current());
    straight.goTo(endMs);
    expect(straight.digests()).toEqual(digestsOf(script));

    const wandering = shopPlayer(script);
    for (const timeMs of [endMs, 1500, 4500, 750, 3650]) wandering.goTo(timeMs);
    expect(pictureOf(wandering.playback.feed.current())).toEqual(pictureThen);
    expect(wandering.columns(), 'what was seen once stays known').toEqual(straight.columns());
    wandering.goTo(endMs);
    expect(wandering.digests()).toEqual(straight.digests());
    expect(wandering.columns()).toEqual(straight.columns());
    expect(wandering.worker.simulations, 'nothing was begun anew').toHaveLength(2);
  });

  it('is the same whether its commands are sent on the way or stand in it', () => {
    const live = shopPlayer();
    const applied: TimedCommand[] = [];
    live.playback.onApplied((one) => applied.push(one));
    for (const { atMs, command } of script) {
      live.goTo(atMs);
      live.send(command);
    }
    live.goTo(endMs);
    expect(applied).toEqual(script);
    expect(live.digests()).toEqual(digestsOf(script));
    for (const timeMs of [1000, endMs]) live.goTo(timeMs);
    expect(live.digests()).toEqual(digestsOf(script));
  });

  it('is that of its last script after any change, and forgets of the rest what is not so any more', () => {
    const changed = shopPlayer(script);
    changed.goTo(endMs);
    const columns = changed.columns();
    const later = [script[0], { atMs: 3000, command: crash }];
    changed.change(later);
    expect(changed.digests()).toEqual(digestsOf(later));
    const fresh = shopPlayer(later);
    fresh.goTo(endMs);
    expect(changed.columns()).toEqual(fresh.columns());

    changed.goTo(1000);
    changed.change([script[0]]);
    const known = changed.columns()[0][WindowField.startMs];
    expect(known.length).toBe(3000 / windowMs);
    expect(known).toEqual(columns[0][WindowField.startMs].slice(0, known.length));
    changed.change(script);
    changed.goTo(endMs);
    expect(changed.digests()).toEqual(digestsOf(script));
    expect(changed.columns()).toEqual(columns);
  });
});
