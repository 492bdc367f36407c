import { describe, expect, it } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { createPlayback } from '../../src/playback/playback';
import { Simulation } from '../../src/simulation/engine/simulation';
import { SimulationClient } from '../../src/simulation-worker/client';
import { WorkClock } from '../simulation-worker/counting-simulation';
import { InlineWorker } from './inline-worker';
import { StepWatcher } from './step-watcher';

const deploymentIds = ['monolith', 'microservices'];
const rush = { kind: 'arrival-rate', arrivalRatePerSecond: 400 } as const;
const moment = (atMs: number) => ({ deploymentId: 'monolith', unitId: 'shop', atMs });

function shopPlayer() {
  const clock = new WorkClock();
  const now = () => {
    clock.nowMs += 0.5;
    return clock.nowMs;
  };
  const worker = new InlineWorker((options) => new Simulation(options), now);
  const playback = createPlayback({
    client: new SimulationClient(() => worker),
    watcher: new StepWatcher(),
  });
  const run = { document: shop, deploymentIds, seed: 42 };
  playback.load({ ...run, script: [{ atMs: 500, command: rush }] });
  worker.settle();
  playback.seek(1000);
  worker.settle();
  return { playback, worker };
}

/** Straight through, without a player. */
function visitsStraight(timeMs: number) {
  const simulation = new Simulation({ document: shop, deploymentId: 'monolith', seed: 42 });
  simulation.runUntil(Math.min(500, timeMs));
  if (timeMs >= 500) simulation.apply(rush);
  simulation.runUntil(timeMs);
  return simulation.visitsAt('shop').map(({ journey, number }) => `${journey} ${number}`);
}

describe('who is at a unit', () => {
  it('is known of any instant that has been shown, and the run stays where it is', async () => {
    const { playback, worker } = shopPlayer();
    const [monolith] = worker.simulations;
    const digest = monolith.digest();
    for (const atMs of [1000, 434.5, 999.25]) {
      const asked = playback.visitsAt(moment(atMs));
      worker.settle();
      const told = (await asked)?.map(({ journey, number }) => `${journey} ${number}`);
      expect(told).toEqual(visitsStraight(atMs));
      expect(told).not.toEqual([]);
    }
    expect([monolith.nowMs, monolith.digest()]).toEqual([1000, digest]);
    // And it goes on as if nobody had asked.
    playback.seek(1500);
    worker.settle();
    const straight = new Simulation({ document: shop, deploymentId: 'monolith', seed: 42 });
    straight.runUntil(500);
    straight.apply(rush);
    straight.runUntil(1500);
    expect(monolith.digest()).toBe(straight.digest());
  });

  it('is not told of a run that goes on elsewhere meanwhile, nor by a worker that dies', async () => {
    const { playback, worker } = shopPlayer();
    const overtaken = playback.visitsAt(moment(1000));
    playback.seek(600);
    worker.settle();
    expect(await overtaken).toBeNull();
    const lost = playback.visitsAt(moment(600));
    worker.die();
    expect(await lost).toBeNull();
  });
});
