import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { stories } from '../../src/stories/all-stories';
import { readAddress } from '../../src/workspace/address';
import { stepLimit } from '../../src/workspace/history';
import { withModuleFault, withScale } from '../../src/workspace/intervene';
import { unitKey } from '../../src/workspace/interventions';
import { madeOf } from '../../src/workspace/made';
import { interventionsAt } from '../../src/workspace/script';
import { noSettings } from '../../src/workspace/stored-settings';
import { createWorkspace } from '../../src/workspace/workspace';
import { wishChanges } from './wish-changes';

function open() {
  const clock = { wallMs: 0, simulatedMs: 0 };
  const workspace = createWorkspace({
    document: shop,
    address: readAddress('', { moduleIds: [], deploymentIds: [], storyIds: [] }).address,
    settings: noSettings,
    browserLanguages: [],
    now: () => clock.wallMs,
  });
  workspace.getState().followRun(() => clock.simulatedMs);
  return {
    clock,
    workspace,
    made: () => madeOf(workspace.getState()),
    pastCount: () => workspace.getState().history.past.length,
    slow: (factor: number) =>
      workspace
        .getState()
        .intervene((was) => withModuleFault(was, 'payment', { kind: 'slow', factor })),
    rename: (id: string) =>
      workspace.getState().editDocument((document) => ({ ...document, id }), {
        label: { key: 'history.edit', values: { name: id } },
      }),
  };
}

type Opened = ReturnType<typeof open>;

const deeds: fc.Arbitrary<(opened: Opened) => void> = fc.oneof(
  wishChanges.map(
    (change) =>
      ({ workspace }: Opened) =>
        workspace.getState().intervene(change),
  ),
  fc.string({ minLength: 1 }).map(
    (id) =>
      ({ rename }: Opened) =>
        rename(id),
  ),
  fc.integer({ min: 0, max: 9 }).map((seed) => ({ workspace }: Opened) => {
    workspace.getState().setSeed(seed);
  }),
  fc.constantFrom('modular', 'microservices').map((id) => ({ workspace }: Opened) => {
    workspace.getState().showInPane(1, id);
  }),
  fc.integer({ min: 1, max: 900 }).map((ms) => ({ clock }: Opened) => {
    clock.wallMs += ms;
    clock.simulatedMs += ms;
  }),
  fc.integer({ min: 0, max: 99 }).map((x) => ({ workspace }: Opened) => {
    workspace.getState().moveNode('monolith', 'unit:shop', { x, y: x });
  }),
  fc.integer({ min: 0, max: 99 }).map((x) => ({ workspace }: Opened) => {
    const ways = { monolith: { form: 'whole', ways: { 'clients>unit:shop': [x, 0] } } };
    const label = { key: 'history.recut', values: { name: 'shop' } } as const;
    workspace.getState().make(() => ({ ways }), { label });
  }),
  fc.constant(({ workspace }: Opened) => workspace.getState().forgetPositions('monolith')),
  fc.constant(({ workspace }: Opened) => workspace.getState().openStory(stories[0].id)),
  fc.constant(({ workspace }: Opened) => workspace.getState().resetDocument()),
);

describe('undo', () => {
  test('leads back through everything that was made to the beginning, and redo to the end', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 20 }), (list) => {
        const opened = open();
        const { workspace, made, pastCount } = opened;
        const beginning = made();
        for (const deed of list) deed(opened);
        const end = made();
        const count = pastCount();
        for (let step = 0; step < count; step += 1) workspace.getState().undo();
        expect({ ...made(), view: null }).toEqual({ ...beginning, view: null });
        expect(workspace.getState().history.past).toEqual([]);
        for (let step = 0; step < count; step += 1) workspace.getState().redo();
        expect({ ...made(), view: null }).toEqual({ ...end, view: null });
      }),
    );
  });

  test('lets the wishes follow the script', () => {
    const { workspace, clock, slow } = open();
    clock.simulatedMs = 4000;
    slow(10);
    expect(workspace.getState().script).toHaveLength(1);
    workspace.getState().undo();
    expect(workspace.getState().script).toEqual([]);
    expect(workspace.getState().interventions.moduleFaults).toEqual({});
    workspace.getState().redo();
    expect(workspace.getState().interventions.moduleFaults).toEqual({
      payment: { slow: { kind: 'slow', factor: 10 } },
    });
  });

  test('forgets what was undone as soon as something else is done', () => {
    const { workspace, rename, made } = open();
    rename('one');
    workspace.getState().undo();
    rename('two');
    workspace.getState().redo();
    expect(made().document.id).toBe('two');
  });

  test('leaves alone how the page is looked at', () => {
    const { workspace, rename } = open();
    rename('edited');
    workspace.getState().setTheme('dark');
    workspace.getState().setView('monolith');
    workspace.getState().select({ deploymentId: 'monolith', kind: 'unit', id: 'shop' });
    workspace.getState().undo();
    const { theme, view, selection } = workspace.getState();
    expect([theme, view, selection?.id]).toEqual(['dark', 'monolith', 'shop']);
  });

  test('lets go of a selection that it takes away', () => {
    const { workspace } = open();
    workspace.getState().showInPane(1, 'modular');
    workspace.getState().select({ deploymentId: 'modular', kind: 'clients', id: 'clients' });
    workspace.getState().undo();
    expect(workspace.getState().selection).toBeNull();
  });

  test('brings back what a story or another document has put away', () => {
    const { workspace, clock, slow, rename, made } = open();
    rename('edited');
    clock.simulatedMs = 2000;
    slow(10);
    const mine = made();
    workspace.getState().openStory(stories[0].id);
    expect(made()).toMatchObject({ document: shop, script: [], storyId: stories[0].id });
    workspace.getState().undo();
    expect(made()).toEqual(mine);
    workspace.getState().openDocument({ ...shop, id: 'other' });
    expect(made().original.id).toBe('other');
    workspace.getState().undo();
    expect(made()).toEqual(mine);
  });

  test('goes back to the original in one step, and from there to the edits', () => {
    const { workspace, rename, made } = open();
    rename('one');
    rename('two');
    workspace.getState().resetDocument();
    expect(made().document).toBe(shop);
    workspace.getState().undo();
    expect(made().document.id).toBe('two');
  });

  test('remembers no more than it can hold', () => {
    const { rename, pastCount } = open();
    for (let count = 0; count < stepLimit + 5; count += 1) rename(`d${count}`);
    expect(pastCount()).toBe(stepLimit);
  });
});

describe('a gesture', () => {
  test('is one step, however long the slider is held', () => {
    const { workspace, clock, slow, pastCount } = open();
    slow(2);
    clock.wallMs += 2000;
    workspace.getState().beginGesture();
    for (const factor of [3, 4, 5]) {
      slow(factor);
      clock.wallMs += 900;
    }
    workspace.getState().endGesture();
    expect(pastCount()).toBe(2);
    workspace.getState().undo();
    expect(workspace.getState().interventions.moduleFaults.payment.slow).toEqual({
      kind: 'slow',
      factor: 2,
    });
  });

  test('of the keys ends with a pause', () => {
    const { clock, workspace, pastCount } = open();
    const scale = (replicas: number) => {
      workspace
        .getState()
        .intervene((was) => withScale(was, 'replicas', unitKey('monolith', 'shop'), replicas));
      clock.wallMs += 100;
    };
    scale(5);
    scale(6);
    clock.wallMs += 500;
    scale(7);
    expect(pastCount()).toBe(2);
  });

  test('of a press makes a step of its own, however soon it follows', () => {
    const { workspace, slow, pastCount } = open();
    for (const factor of [2, 3, 4]) {
      workspace.getState().beginGesture();
      slow(factor);
      workspace.getState().endGesture();
    }
    expect(pastCount()).toBe(3);
  });

  test('does not take up what was undone', () => {
    const { workspace, slow, pastCount, made } = open();
    slow(2);
    slow(3);
    workspace.getState().undo();
    slow(4);
    slow(5);
    expect(pastCount()).toBe(2);
    expect(interventionsAt(shop, made().script, 0).moduleFaults.payment.slow).toEqual({
      kind: 'slow',
      factor: 5,
    });
  });
});
