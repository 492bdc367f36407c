import { describe, expect, test } from 'vitest';
import { recutWorkspace } from '../../src/app/recut/recut-action';
import type { ArchitectureDocument } from '../../src/architecture/document';
import { shop } from '../../src/architecture/shop';
import type { Command } from '../../src/simulation/command';
import { Simulation } from '../../src/simulation/engine/simulation';
import type { Script } from '../../src/simulation/script';
import { stories } from '../../src/stories/all-stories';
import { withFieldValue } from '../../src/workspace/document-field';
import { withModuleFault, withoutFaults } from '../../src/workspace/intervene';
import { openRun } from './open-run';

const [story] = stories;

const crash: Command = {
  kind: 'module-fault',
  moduleId: 'payment',
  faultKind: 'crash',
  fault: { kind: 'crash' },
};

const edit = { label: { key: 'history.edit', values: { name: 'monolith' } } } as const;

function withTwoCores(document: ArchitectureDocument): ArchitectureDocument {
  const place = { of: 'unit', deploymentId: 'monolith', unitId: 'shop', field: 'cores' } as const;
  return withFieldValue(document, place, 2.5);
}

/** What comes out without a page, a worker and a way there. */
function digestsOf(document: ArchitectureDocument, script: Script, timeMs: number): string[] {
  return ['monolith', 'microservices'].map((deploymentId) => {
    const simulation = new Simulation({ document, deploymentId, seed: 42 });
    for (const { atMs, command } of script) {
      if (atMs > timeMs) break;
      simulation.runUntil(atMs);
      simulation.apply(command);
    }
    simulation.runUntil(timeMs);
    return simulation.digest();
  });
}

describe('the run of the workspace', () => {
  test('plays at once, with what the address wishes for in force from the start', () => {
    const { starts, mode, workspace } = openRun('?fail=payment&seed=7');
    expect(mode()).toBe('playing');
    expect(starts()).toHaveLength(1);
    expect(starts()[0]).toMatchObject({
      deploymentIds: ['monolith', 'microservices'],
      seed: 7,
      script: [{ atMs: 0, command: crash }],
    });
    expect(workspace.getState().script).toEqual([{ atMs: 0, command: crash }]);
    expect(workspace.getState().history.past).toEqual([]);
  });

  test('hears of a wish once, at the instant at which it was made', () => {
    const { workspace, sent, watch, timeMs, settle } = openRun();
    watch(1000);
    const atMs = timeMs();
    expect(atMs).toBeGreaterThan(0);
    workspace.getState().intervene((was) => withModuleFault(was, 'payment', { kind: 'crash' }));
    workspace.getState().intervene((was) => withModuleFault(was, 'payment', { kind: 'crash' }));
    expect(sent()).toEqual([crash]);
    settle();
    expect(workspace.getState().script).toEqual([{ atMs, command: crash }]);
    workspace.getState().intervene(withoutFaults);
    expect(sent()).toEqual([crash, { ...crash, fault: null }]);
  });

  test('is left alone by what only concerns the view', () => {
    const { workspace, starts, sent } = openRun();
    workspace.getState().setView('monolith');
    workspace.getState().setLanguage('es');
    workspace.getState().select({ deploymentId: 'monolith', kind: 'unit', id: 'shop' });
    expect(starts()).toHaveLength(1);
    expect(sent()).toEqual([]);
  });

  test('starts anew with another seed, and again with everything at its own time', () => {
    const { workspace, run, starts, settle, watch, mode, timeMs } = openRun();
    watch(500);
    const atMs = timeMs();
    workspace.getState().intervene((was) => withModuleFault(was, 'payment', { kind: 'crash' }));
    settle();
    workspace.getState().setSeed(8);
    const script = [{ atMs, command: crash }];
    expect(starts()[1]).toMatchObject({ seed: 8, script });
    settle();
    watch(1000);
    run.restart();
    settle();
    expect([mode(), timeMs()]).toEqual(['playing', 0]);
    expect(starts()).toHaveLength(2);
    expect(workspace.getState().script).toEqual(script);
  });

  test('shows the wishes of the instant that it is at', () => {
    const { workspace, run, settle, watch, timeMs } = openRun();
    const isDown = () => 'payment' in workspace.getState().interventions.moduleFaults;
    watch(1000);
    workspace.getState().intervene((was) => withModuleFault(was, 'payment', { kind: 'crash' }));
    watch(1000);
    workspace.getState().intervene(withoutFaults);
    watch(500);
    expect(isDown()).toBe(false);
    run.seek(1500);
    settle();
    expect([timeMs(), isDown()]).toEqual([1500, true]);
    run.seek(500);
    settle();
    expect(isDown()).toBe(false);
    run.playback.play();
    watch(1000);
    expect(isDown()).toBe(true);
    watch(1000);
    expect(isDown()).toBe(false);
  });

  test('comes back to its instant under an edited document, and plays on', () => {
    const { workspace, starts, settle, watch, mode, timeMs, digests } = openRun();
    watch(1000);
    workspace.getState().intervene((was) => withModuleFault(was, 'payment', { kind: 'crash' }));
    watch(500);
    const atMs = timeMs();
    workspace.getState().editDocument(withTwoCores, edit);
    settle();
    expect([mode(), timeMs()]).toEqual(['playing', atMs]);
    expect(starts()[1].document).toEqual(withTwoCores(shop));
    expect(digests()).toEqual(digestsOf(withTwoCores(shop), workspace.getState().script, atMs));
    workspace.getState().undo();
    settle();
    expect([mode(), timeMs()]).toEqual(['playing', atMs]);
    expect(digests()).toEqual(digestsOf(shop, workspace.getState().script, atMs));
  });

  test('stays paused at its instant when it shows another cut', () => {
    const { workspace, run, settle, watch, mode, timeMs } = openRun();
    watch(1000);
    run.toggle();
    settle();
    const atMs = timeMs();
    workspace.getState().showInPane(1, 'modular');
    settle();
    expect([mode(), timeMs()]).toEqual(['paused', atMs]);
  });
});

describe('undo', () => {
  test('of a click makes the run one in which it was never made, and redo one in which it was', () => {
    const { workspace, settle, watch, timeMs, digests } = openRun();
    watch(1000);
    workspace.getState().intervene((was) => withModuleFault(was, 'payment', { kind: 'crash' }));
    watch(2000);
    const { script } = workspace.getState();
    expect(digests()).toEqual(digestsOf(shop, script, timeMs()));
    workspace.getState().undo();
    settle();
    expect(digests()).toEqual(digestsOf(shop, [], timeMs()));
    watch(500);
    workspace.getState().redo();
    settle();
    expect(workspace.getState().script).toEqual(script);
    expect(digests()).toEqual(digestsOf(shop, script, timeMs()));
  });

  test('right after a click, before the run has heard of it, leaves nothing of it behind', () => {
    const { workspace, run, settle, watch, timeMs, digests } = openRun();
    watch(1000);
    run.toggle();
    settle();
    workspace.getState().intervene((was) => withModuleFault(was, 'payment', { kind: 'crash' }));
    workspace.getState().undo();
    settle();
    run.toggle();
    watch(1000);
    expect(workspace.getState().script).toEqual([]);
    expect(digests()).toEqual(digestsOf(shop, [], timeMs()));
  });

  test('of what lies ahead costs the present nothing', () => {
    const { workspace, run, starts, settle, watch, timeMs, digests } = openRun();
    watch(1000);
    run.toggle();
    settle();
    const atMs = timeMs();
    const later = { atMs: 5000, command: crash };
    workspace.getState().editScript((script) => [...script, later], edit);
    settle();
    expect([timeMs(), starts().length]).toEqual([atMs, 1]);
    run.seek(6000);
    settle();
    expect(digests()).toEqual(digestsOf(shop, [later], 6000));
    workspace.getState().undo();
    settle();
    expect([timeMs(), digests()]).toEqual([6000, digestsOf(shop, [], 6000)]);
  });
});

describe('a story', () => {
  test('plays up to its first step and waits there', () => {
    const { workspace, mode, timeMs, settle, watch, starts } = openRun();
    workspace.getState().openStory(story.id);
    settle();
    expect(mode()).toBe('playing');
    watch(story.steps[0].atMs + 1000);
    expect(mode()).toBe('paused');
    expect(timeMs()).toBe(story.steps[0].atMs);
    expect(starts()[1].document.timeline).toEqual(story.timeline);
  });

  test('opens at the step of the address', () => {
    const { mode, timeMs, settle } = openRun(`?story=${story.id}&step=2`);
    settle();
    expect(timeMs()).toBe(story.steps[2].atMs);
    expect(mode()).toBe('paused');
  });

  test('plays on to the next step, jumps over several, and goes back', () => {
    const { workspace, mode, timeMs, settle, watch } = openRun(`?story=${story.id}&step=1`);
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

  test('that is left by cutting goes on from where it was, with what happens in it', async () => {
    const { workspace, mode, timeMs, settle, starts } = openRun(`?story=${story.id}&step=2`);
    settle();
    await recutWorkspace(workspace, {
      deploymentId: 'monolith',
      moduleIds: ['payment'],
      intoUnitId: null,
    });
    settle();
    expect(workspace.getState().storyId).toBeNull();
    expect(workspace.getState().paneDeploymentIds).toEqual(['my-cut', 'microservices']);
    expect(starts().at(-1)?.document.timeline).toEqual(story.timeline);
    expect([mode(), timeMs()]).toEqual(['paused', story.steps[2].atMs]);
  });

  test('gives way to the free run when it is left', () => {
    const { workspace, starts, settle, mode } = openRun(`?story=${story.id}`);
    workspace.getState().closeStory();
    settle();
    expect(starts().at(-1)?.document.timeline).toEqual([]);
    expect(mode()).toBe('playing');
  });
});
