import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { stories } from '../../src/stories/all-stories';
import { readAddress } from '../../src/workspace/address';
import { runnableDeploymentIds } from '../../src/workspace/panes';
import { browserSettings, type StoredSettings } from '../../src/workspace/stored-settings';
import { suggestedModule } from '../../src/workspace/suggested-module';
import { createWorkspace } from '../../src/workspace/workspace';

const known = {
  moduleIds: shop.modules.map(({ id }) => id),
  deploymentIds: runnableDeploymentIds(shop),
  storyIds: [],
};

function open(search: string, stored: Record<string, unknown> = {}) {
  const kept = new Map(Object.entries(stored));
  const settings: StoredSettings = {
    read: (key) => kept.get(key) ?? null,
    write: (key, value) => kept.set(key, value),
  };
  const { address, notices } = readAddress(search, known);
  const workspace = createWorkspace({
    document: shop,
    address,
    notices,
    settings,
    browserLanguages: ['en'],
  });
  return { workspace, kept };
}

describe('the workspace', () => {
  test('opens with both sides, healthy', () => {
    const { view, interventions, paneDeploymentIds } = open('').workspace.getState();
    expect(view).toBe('both');
    expect(paneDeploymentIds).toEqual(['monolith', 'microservices']);
    expect(interventions.moduleFaults).toEqual({});
  });

  test('shows a cut that only the address asks for on the right', () => {
    const { view, paneDeploymentIds } = open('?view=modular').workspace.getState();
    expect(view).toBe('modular');
    expect(paneDeploymentIds).toEqual(['monolith', 'modular']);
  });

  test('keeps language, theme and places for the next visit', () => {
    const { workspace, kept } = open('');
    workspace.getState().setLanguage('es');
    workspace.getState().setTheme('dark');
    workspace.getState().moveNode('monolith', 'unit:shop', { x: 1, y: 2 });
    const ways = {
      monolith: { form: 'whole', ways: { 'clients>unit:shop': [0, 0, 0, 1, 2, 3, 2, 4] } },
    };
    workspace
      .getState()
      .make(() => ({ ways }), { label: { key: 'history.recut', values: { name: 'shop' } } });
    const again = open('', Object.fromEntries(kept)).workspace.getState();
    expect(again.language).toBe('es');
    expect(again.theme).toBe('dark');
    expect(again.positions).toEqual({ monolith: { 'unit:shop': { x: 1, y: 2 } } });
    expect(again.ways).toEqual(ways);
  });

  test('drops stored values that make no sense', () => {
    const way = [0, 0, 0, 1, 2, 3, 2, 4];
    const { positions, ways, theme, language } = open('', {
      theme: 'sepia',
      language: 12,
      'positions:shop': { monolith: { a: { x: 'left', y: 1 }, b: { x: 3, y: 4 }, c: null } },
      'ways:shop': {
        monolith: { form: 'whole', ways: { a: way, b: way.slice(1), c: [...way, null], d: null } },
        microservices: null,
      },
    }).workspace.getState();
    expect(theme).toBe('auto');
    expect(language).toBe('en');
    expect(positions).toEqual({ monolith: { b: { x: 3, y: 4 } } });
    expect(ways).toEqual({ monolith: { form: 'whole', ways: { a: way } } });
  });

  test('works where storage is blocked', () => {
    // Node has no localStorage here: every access throws, as in a sandboxed frame.
    expect(browserSettings.read('language')).toBeNull();
    expect(() => browserSettings.write('language', 'es')).not.toThrow();
  });

  test('says the same thing once', () => {
    const { workspace } = open('?lang=de');
    const [notice] = workspace.getState().notices;
    workspace.getState().notify(notice);
    expect(workspace.getState().notices).toHaveLength(1);
    workspace.getState().dismiss({ ...notice });
    expect(workspace.getState().notices).toEqual([]);
  });

  test('opens another document afresh, with a single side where it has only one', () => {
    const { workspace } = open('?fail=payment&view=nowhere');
    const [monolith] = shop.deployments;
    workspace.getState().openDocument({ ...shop, id: 'other', deployments: [monolith] });
    const { view, paneDeploymentIds, interventions, notices } = workspace.getState();
    expect(view).toBe('monolith');
    expect(paneDeploymentIds).toEqual(['monolith', 'monolith']);
    expect(interventions.moduleFaults).toEqual({});
    expect(notices).toEqual([]);
  });

  test('shows another cut in a pane, and goes on showing that pane alone', () => {
    const { workspace } = open('?view=microservices');
    workspace.getState().showInPane(1, 'third');
    const { view, paneDeploymentIds } = workspace.getState();
    expect([view, paneDeploymentIds]).toEqual(['third', ['monolith', 'third']]);
  });

  test('opens a story with its cuts and nothing of the user’s own', () => {
    const { workspace } = open('?fail=web&view=monolith');
    const [story] = stories;
    workspace.getState().openStory(story.id);
    const { view, paneDeploymentIds, interventions, storyId, storyStep } = workspace.getState();
    expect([view, paneDeploymentIds, storyId, storyStep]).toEqual([
      'both',
      story.deployments,
      story.id,
      0,
    ]);
    expect(interventions.moduleFaults).toEqual({});
    workspace.getState().closeStory();
    expect(workspace.getState().storyId).toBeNull();
  });

  test('suggests to take down payment, which the fewest customers need', () => {
    expect(suggestedModule(shop)?.id).toBe('payment');
  });
});
