import { connectRun } from '../../src/app/run-control';
import { shop } from '../../src/architecture/shop';
import { createPlayback } from '../../src/playback/playback';
import { modeOf } from '../../src/playback/playback-machine';
import type { Command } from '../../src/simulation/command';
import { Simulation } from '../../src/simulation/engine/simulation';
import { SimulationClient } from '../../src/simulation-worker/client';
import { stories } from '../../src/stories/all-stories';
import { readAddress } from '../../src/workspace/address';
import { noSettings } from '../../src/workspace/stored-settings';
import { createWorkspace } from '../../src/workspace/workspace';
import { InlineWorker } from '../playback/inline-worker';
import { StepWatcher } from '../playback/step-watcher';

/** The page's wiring on the real engine, without a page. */
export function openRun(search = '') {
  const { address } = readAddress(search, {
    moduleIds: shop.modules.map(({ id }) => id),
    deploymentIds: ['monolith', 'microservices'],
    storyIds: stories.map(({ id }) => id),
  });
  const workspace = createWorkspace({
    document: shop,
    address,
    settings: noSettings,
    browserLanguages: [],
  });
  const worker = new InlineWorker(
    (options) => new Simulation(options),
    () => 0,
  );
  const watcher = new StepWatcher();
  const client = new SimulationClient(() => worker);
  const run = connectRun(workspace, createPlayback({ client, watcher }));
  worker.settle();
  return {
    workspace,
    run,
    sent: () =>
      worker.asked.flatMap((message): Command[] =>
        message.type === 'command' ? [message.command] : [],
      ),
    starts: () =>
      worker.asked.flatMap((message) => (message.type === 'start' ? [message.run] : [])),
    mode: () => modeOf(run.playback.actor.getSnapshot()),
    timeMs: () => run.playback.actor.getSnapshot().context.timeMs,
    settle: () => worker.settle(),
    /** Of the deployments of the run under way. */
    digests: () => worker.simulations.slice(-2).map((simulation) => simulation.digest()),
    watch(ms: number) {
      for (let passed = 0; passed < ms; passed += 50) {
        watcher.pass(50);
        worker.settle();
      }
    },
  };
}
