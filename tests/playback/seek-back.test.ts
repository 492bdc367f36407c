import { expect, it } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { createPlayback } from '../../src/playback/playback';
import { Simulation } from '../../src/simulation/engine/simulation';
import { type Frame, windowFieldCount } from '../../src/simulation/frame';
import { SimulationClient } from '../../src/simulation-worker/client';
import { WorkClock } from '../simulation-worker/counting-simulation';
import { InlineWorker } from './inline-worker';
import { StepWatcher } from './step-watcher';

const run = {
  document: shop,
  deploymentIds: ['monolith', 'microservices'],
  seed: 42,
  commands: [],
};

function shopPlayer() {
  const clock = new WorkClock();
  // Every look at the clock finds some time gone, so that long ways are told in several frames.
  const now = () => {
    clock.nowMs += 0.5;
    return clock.nowMs;
  };
  const worker = new InlineWorker((options) => new Simulation(options), now);
  const watcher = new StepWatcher();
  const playback = createPlayback({ client: new SimulationClient(() => worker), watcher });
  playback.load(run);
  worker.settle();
  return {
    playback,
    worker,
    goTo(timeMs: number) {
      playback.seek(timeMs);
      worker.settle();
      expect(playback.feed.current()?.timeMs).toBe(timeMs);
    },
    columns: () => run.deploymentIds.map((id) => structuredClone(playback.feed.series(id).columns)),
  };
}

/** What a frame shows, without what travels and what was told since the frame before. */
function pictureOf(frame: Frame | null) {
  return frame?.deployments.map(({ hops, windows, ...picture }) => picture);
}

it('a past instant is exactly what it was, and the run goes on from there as before', () => {
  const straight = shopPlayer();
  straight.goTo(7300);
  const pictureThen = pictureOf(straight.playback.feed.current());
  const columnsThen = straight.columns();
  straight.goTo(12_000);

  const wandering = shopPlayer();
  for (const timeMs of [12_000, 3000, 9000, 7300]) wandering.goTo(timeMs);
  expect(wandering.worker.simulations, 'nothing was run from the start again').toHaveLength(2);
  expect(pictureOf(wandering.playback.feed.current())).toEqual(pictureThen);
  expect(wandering.columns()).toEqual(columnsThen);
  expect(columnsThen[0]).toHaveLength(windowFieldCount);

  wandering.goTo(12_000);
  expect(wandering.columns()).toEqual(straight.columns());
  const digestsOf = ({ worker }: typeof straight) =>
    worker.simulations.map((simulation) => simulation.digest());
  expect(digestsOf(wandering)).toEqual(digestsOf(straight));
});
