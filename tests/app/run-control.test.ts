import { describe, expect, test } from 'vitest';
import { connectRun } from '../../src/app/run-control';
import { shop } from '../../src/architecture/shop';
import { createPlayback } from '../../src/playback/playback';
import { modeOf } from '../../src/playback/playback-machine';
import type { Command } from '../../src/simulation/command';
import { Simulation } from '../../src/simulation/engine/simulation';
import { SimulationClient } from '../../src/simulation-worker/client';
import { stories } from '../../src/stories/all-stories';
import { readAddress } from '../../src/workspace/address';
import { withModuleFault, withoutFaults } from '../../src/workspace/intervene';
import { noSettings } from '../../src/workspace/stored-settings';
import { createWorkspace } from '../../src/workspace/workspace';
import { InlineWorker } from '../playback/inline-worker';
import { StepWatcher } from '../playback/step-watcher';

const [story] = stories;

/** The page's wiring on the real engine, without a page. */
function open(search = '') {
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
    watch(ms: number) {
      for (let passed = 0; passed < ms; passed += 50) {
        watcher.pass(50);
        worker.settle();
      }
    },
  };
}

const crash: Command = {
  kind: 'module-fault',
  moduleId: 'payment',
  faultKind: 'crash',
  fault: { kind: 'crash' },
};

describe('the run of the workspace', () => {
  test('plays at once, with what the address wishes for in force from the start', () => {
    const { starts, mode, run } = open('?fail=payment&seed=7');
    expect(mode()).toBe('playing');
    expect(starts()).toHaveLength(1);
    expect(starts()[0]).toMatchObject({
      deploymentIds: ['monolith', 'microservices'],
      seed: 7,
      script: [{ atMs: 0, command: crash }],
    });
    expect(run.log.getState().commands).toEqual([{ atMs: 0, command: crash }]);
  });

  test('hears of a wish once, at the instant at which it was made', () => {
    const { workspace, run, sent, watch, timeMs, settle } = open();
    watch(1000);
    const atMs = timeMs();
    expect(atMs).toBeGreaterThan(0);
    workspace.getState().intervene((was) => withModuleFault(was, 'payment', { kind: 'crash' }));
    workspace.getState().intervene((was) => withModuleFault(was, 'payment', { kind: 'crash' }));
    expect(sent()).toEqual([crash]);
    settle();
    expect(run.log.getState().commands).toEqual([{ atMs, command: crash }]);
    workspace.getState().intervene(withoutFaults);
    expect(sent()).toEqual([crash, { ...crash, fault: null }]);
  });

  test('is left alone by what only concerns the view', () => {
    const { workspace, starts, sent } = open();
    workspace.getState().setView('monolith');
    workspace.getState().setLanguage('es');
    workspace.getState().select({ deploymentId: 'monolith', kind: 'unit', id: 'shop' });
    expect(starts()).toHaveLength(1);
    expect(sent()).toEqual([]);
  });

  test('starts anew with another seed, and again with all wishes from time 0', () => {
    const { workspace, run, starts, settle, watch, mode, timeMs } = open();
    watch(500);
    workspace.getState().intervene((was) => withModuleFault(was, 'payment', { kind: 'crash' }));
    workspace.getState().setSeed(8);
    expect(starts()[1]).toMatchObject({ seed: 8, script: [{ atMs: 0, command: crash }] });
    settle();
    run.restart();
    settle();
    expect([mode(), timeMs()]).toEqual(['playing', 0]);
    expect(starts()).toHaveLength(2);
    expect(run.log.getState().commands).toEqual([{ atMs: 0, command: crash }]);
  });
});

describe('a story', () => {
  test('plays up to its first step and waits there', () => {
    const { workspace, mode, timeMs, settle, watch, starts } = open();
    workspace.getState().openStory(story.id);
    settle();
    expect(mode()).toBe('playing');
    watch(story.steps[0].atMs + 1000);
    expect(mode()).toBe('paused');
    expect(timeMs()).toBe(story.steps[0].atMs);
    expect(starts()[1].document.timeline).toEqual(story.timeline);
  });

  test('opens at the step of the address', () => {
    const { mode, timeMs, settle } = open(`?story=${story.id}&step=2`);
    settle();
    expect(timeMs()).toBe(story.steps[2].atMs);
    expect(mode()).toBe('paused');
  });

  test('plays on to the next step, jumps over several, and goes back', () => {
    const { workspace, mode, timeMs, settle, watch } = open(`?story=${story.id}&step=1`);
    settle();
    workspace.getState().setStoryStep(2);
    expect(mode()).toBe('playing');
    watch(story.steps[2].atMs - story.steps[1].atMs + 1000);
    expect([mode(), timeMs()]).toEqual(['paused', story.steps[2].atMs]);
    workspace.getState().setStoryStep(4);
    settle();
    expect([mode(), timeMs()]).toEqual(['paused', story.steps[4].atMs]);
    workspace.getState().setStoryStep(0);
    settle();
    expect([mode(), timeMs()]).toEqual(['paused', story.steps[0].atMs]);
  });

  test('gives way to the free run when it is left', () => {
    const { workspace, starts, settle, mode } = open(`?story=${story.id}`);
    workspace.getState().closeStory();
    settle();
    expect(starts().at(-1)?.document.timeline).toEqual([]);
    expect(mode()).toBe('playing');
  });
});
