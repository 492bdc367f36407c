import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { storeBranches } from '../../src/app/branches/store-branches';
import { unreadBranches } from '../../src/app/branches/unread-branches';
import { decode, encode } from '../../src/app/sharing/made-code';
import { shop } from '../../src/architecture/shop';
import {
  branchesNow,
  changeBranch,
  keepBranch,
  removeBranch,
} from '../../src/workspace/branch-keeping';
import { type Branch, isBesides, isOfDocument } from '../../src/workspace/branches';
import { withFieldValue } from '../../src/workspace/document-field';
import { madeOf } from '../../src/workspace/made';
import type { StoredSettings } from '../../src/workspace/stored-settings';
import { eventually } from '../eventually';
import { memory } from './memory-settings';
import { openRun } from './open-run';

const cores = { of: 'unit', deploymentId: 'monolith', unitId: 'shop', field: 'cores' } as const;
const slow = {
  atMs: 2000,
  command: {
    kind: 'module-fault',
    moduleId: 'payment',
    faultKind: 'slow',
    fault: { kind: 'slow', factor: 9 },
  },
} as const;

const { workspace } = openRun();
let stop = () => {};

/** Another visit: nothing is known but what the browser has kept. */
async function visit(settings: StoredSettings) {
  leave();
  stop = await storeBranches(workspace, settings);
}

function leave() {
  stop();
  stop = () => {};
  for (const { id } of branchesNow()) removeBranch(id);
  for (const notice of workspace.getState().notices) workspace.getState().dismiss(notice);
}

beforeEach(leave);
afterEach(leave);

/** A line with so many cores, left at 1 s. */
function keep(coreCount: number): number {
  const made = madeOf(workspace.getState());
  return keepBranch({
    leftBy: { commands: [slow.command] },
    leftAtMs: 1000,
    made: { ...made, document: withFieldValue(shop, cores, coreCount), script: [slow] },
    durationMs: null,
    wantedMs: 8000,
    series: {},
  });
}

const coresOf = ({ made }: Branch) =>
  made.document.deployments.find(({ id }) => id === 'monolith')?.units[0].cores;

const keys = () => workspace.getState().notices.map(({ key }) => key);

async function written(settings: StoredSettings, count: number) {
  await eventually(async () => {
    const stored = Object(await decode(String(settings.read('branches'))));
    expect(stored.branches).toHaveLength(count);
  });
  return Object(await decode(String(settings.read('branches'))));
}

describe('branches', () => {
  test('are there again on the next visit, with their names and all that they follow from', async () => {
    const settings = memory();
    await visit(settings);
    changeBranch(keep(3), { name: 'three' });
    keep(4);
    const before = branchesNow();
    const { documents } = await written(settings, 2);
    expect(documents).toHaveLength(3);
    await visit(settings);
    expect(branchesNow()).toEqual(
      before.map((branch) => ({ ...branch, made: { ...branch.made, positions: {} } })),
    );
    expect(branchesNow()[0].made.original).toBe(shop);
    expect(keys()).toEqual([]);
  });

  test('belong to their document and their seed', () => {
    keep(3);
    const [branch] = branchesNow();
    expect(isBesides(branch, { original: structuredClone(shop), seed: 42 })).toBe(true);
    expect(isBesides(branch, { original: shop, seed: 43 })).toBe(false);
    expect(isOfDocument(branch, { ...shop, id: 'other' })).toBe(false);
  });

  test.each([
    [
      'one of them',
      (kept: { branches: object[] }) => ({ ...kept, branches: [{}, kept.branches[0]] }),
      [3],
    ],
    [
      'a document',
      (kept: { documents: object[] }) => ({ ...kept, documents: [kept.documents[0], {}] }),
      [],
    ],
    ['the version', (kept: object) => ({ ...kept, version: 2 }), []],
    ['all', () => 'nonsense', []],
  ])('that are damaged in %s are refused with a notice, and kept', async (_, damage, left) => {
    const settings = memory();
    await visit(settings);
    keep(3);
    const damaged = await encode(damage(await written(settings, 1)));
    settings.write('branches', damaged);
    await visit(settings);
    expect(branchesNow().map(coresOf)).toEqual(left);
    expect(keys()).toEqual(['notices.branches.unread']);
    expect(unreadBranches(settings)).toEqual([damaged]);
    if (left.length > 0) await written(settings, left.length);
    else await eventually(() => expect(settings.read('branches')).toBeNull());
    await visit(settings);
    keep(5);
    await written(settings, left.length + 1);
    expect(unreadBranches(settings)).toEqual([damaged]);
    expect(keys()).toEqual([]);
  });

  test('that can neither be read nor set aside are not written over', async () => {
    const settings = memory(300);
    settings.write('branches', 'x'.repeat(297));
    await visit(settings);
    expect(keys()).toEqual(['notices.branches.locked']);
    keep(3);
    expect(settings.read('branches')).toBe('x'.repeat(297));
  });

  test('for which there is no room are said to be lost on a reload', async () => {
    await visit(memory(300));
    keep(3);
    await eventually(() => expect(keys()).toEqual(['notices.branches.full']));
  });

  test('that another page has kept are taken in, and what was deleted stays deleted', async () => {
    const settings = memory();
    await visit(settings);
    removeBranch(keep(3));
    keep(4);
    const ofOther = await written(settings, 1);
    const [branch] = ofOther.branches;
    const { deployments } = withFieldValue(shop, cores, 5);
    const documents = [
      ...ofOther.documents,
      { ...shop, deployments },
      withFieldValue(shop, cores, 3),
    ];
    const branches = [2, 3].map((document) => ({ ...branch, document }));
    settings.write('branches', await encode({ ...ofOther, documents, branches }));
    keep(6);
    await written(settings, 3);
    expect(branchesNow().map(coresOf).toSorted()).toEqual([4, 5, 6]);
    expect(new Set(branchesNow().map(({ id }) => id)).size).toBe(3);
  });

  test('are kept unpacked when the page is left while they are being packed', async () => {
    const listeners: (() => void)[] = [];
    vi.stubGlobal('addEventListener', (_: string, listener: () => void) =>
      listeners.push(listener),
    );
    const settings = memory();
    await visit(settings);
    keep(3);
    for (const listener of listeners) listener();
    vi.unstubAllGlobals();
    expect(Object(settings.read('branches')).branches).toHaveLength(1);
    await written(settings, 1);
    await visit(settings);
    expect(branchesNow().map(coresOf)).toEqual([3]);
  });
});
