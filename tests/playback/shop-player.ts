/** A player of the shop whose worker answers when the test lets it, and what the same run comes to without one. */
import { expect } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { createPlayback, type LoadOptions } from '../../src/playback/playback';
import type { Command } from '../../src/simulation/command';
import { Simulation } from '../../src/simulation/engine/simulation';
import type { Script } from '../../src/simulation/script';
import { SimulationClient } from '../../src/simulation-worker/client';
import { WorkClock } from '../simulation-worker/counting-simulation';
import { InlineWorker } from './inline-worker';
import { StepWatcher } from './step-watcher';

export const deploymentIds = ['monolith', 'microservices'];
export const seed = 42;
export const endMs = 6000;

export const crash: Command = {
  kind: 'module-fault',
  moduleId: 'payment',
  faultKind: 'crash',
  fault: { kind: 'crash' },
};
const repair: Command = { ...crash, fault: null };
export const rush: Command = { kind: 'arrival-rate', arrivalRatePerSecond: 300 };
export const script: Script = [
  { atMs: 750, command: rush },
  { atMs: 2161.25, command: crash },
  { atMs: 4500, command: repair },
];

export function shopPlayer(playedScript: Script = [], options: LoadOptions = {}) {
  const clock = new WorkClock();
  // Every look at the clock finds some time gone, so that long ways are told in several frames.
  const now = () => {
    clock.nowMs += 0.5;
    return clock.nowMs;
  };
  const worker = new InlineWorker((options) => new Simulation(options), now);
  const watcher = new StepWatcher();
  const playback = createPlayback({ client: new SimulationClient(() => worker), watcher });
  playback.load({ document: shop, deploymentIds, seed, script: playedScript }, options);
  worker.settle();
  return {
    playback,
    worker,
    watcher,
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
        return [feed.series(id), feed.unitSeries(id, 0)].map(({ columns, rowCount }) =>
          columns.map((column) => column.slice(0, rowCount)),
        );
      }),
    digests: () => worker.simulations.slice(0, 2).map((simulation) => simulation.digest()),
  };
}

/** The same without a player: straight through. */
export function digestsOf(commands: Script): string[] {
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
