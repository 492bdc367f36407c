import { describe, expect, it } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { createPlayback } from '../../src/playback/playback';
import type { Command, TimedCommand } from '../../src/simulation/command';
import { Simulation } from '../../src/simulation/engine/simulation';
import {
  type Frame,
  HopField,
  hopFieldCount,
  WindowField,
  windowMs,
} from '../../src/simulation/frame';
import type { Script } from '../../src/simulation/script';
import { SimulationClient } from '../../src/simulation-worker/client';
import { WorkClock } from '../simulation-worker/counting-simulation';
import { InlineWorker } from './inline-worker';
import { StepWatcher } from './step-watcher';

const deploymentIds = ['monolith', 'microservices'];
const seed = 42;
const endMs = 6000;

const crash: Command = {
  kind: 'module-fault',
  moduleId: 'payment',
  faultKind: 'crash',
  fault: { kind: 'crash' },
};
const repair: Command = { ...crash, fault: null };
const rush: Command = { kind: 'arrival-rate', arrivalRatePerSecond: 300 };
const script: Script = [
  { atMs: 750, command: rush },
  { atMs: 2161.25, command: crash },
  { atMs: 4500, command: repair },
];

function shopPlayer(playedScript: Script = []) {
  const clock = new WorkClock();
  // Every look at the clock finds some time gone, so that long ways are told in several frames.
  const now = () => {
    clock.nowMs += 0.5;
    return clock.nowMs;
  };
  const worker = new InlineWorker((options) => new Simulation(options), now);
  const watcher = new StepWatcher();
  const playback = createPlayback({ client: new SimulationClient(() => worker), watcher });
  playback.load({ document: shop, deploymentIds, seed, script: playedScript });
  worker.settle();
  return {
    playback,
    worker,
    goTo(timeMs: number) {
      playback.seek(timeMs);
      worker.settle();
      expect(playback.feed.current()?.timeMs).toBe(timeMs);
    },
    send(command: Command) {
      playback.send(command);
      worker.settle();
    },
    change(changed: Script) {
      playback.changeScript(changed);
      worker.settle();
    },
    columns: () =>
      deploymentIds.flatMap((id) => {
        const { feed } = playback;
        return [feed.series(id), feed.unitSeries(id, 0)].map(({ columns }) =>
          structuredClone(columns),
        );
      }),
    digests: () => worker.simulations.slice(0, 2).map((simulation) => simulation.digest()),
  };
}

/** The same without a player: straight through. */
function digestsOf(commands: Script): string[] {
  return deploymentIds.map((deploymentId) => {
    const simulation = new Simulation({ document: shop, deploymentId, seed });
    for (const { atMs, command } of commands) {
      simulation.runUntil(atMs);
      simulation.apply(command);
    }
    simulation.runUntil(endMs);
    return simulation.digest();
  });
}

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
