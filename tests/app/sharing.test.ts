import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../src/app/sharing/made-code';
import { ownAddress } from '../../src/app/sharing/own-address';
import { readShared } from '../../src/app/sharing/read-shared';
import { readDocument } from '../../src/architecture/read-document';
import { shop } from '../../src/architecture/shop';
import { writeDocument } from '../../src/architecture/write-document';
import { readAddress } from '../../src/workspace/address';
import { withFieldValue } from '../../src/workspace/document-field';
import { withModuleFault } from '../../src/workspace/intervene';
import { madeOf } from '../../src/workspace/made';
import { noSettings, type StoredSettings } from '../../src/workspace/stored-settings';
import { createWorkspace, type Workspace } from '../../src/workspace/workspace';
import { serviceTree } from '../canvas/generated-document';
import { memory } from './memory-settings';

function open(): Workspace {
  const { address } = readAddress('', { moduleIds: [], deploymentIds: [], storyIds: [] });
  return createWorkspace({ document: shop, address, settings: noSettings, browserLanguages: [] });
}

const cores = { of: 'unit', deploymentId: 'monolith', unitId: 'shop', field: 'cores' } as const;

/** A workspace in which somebody has been at work. */
function worked(): Workspace {
  const workspace = open();
  let timeMs = 0;
  workspace.getState().followRun(() => timeMs);
  workspace.getState().editDocument((document) => withFieldValue(document, cores, 3), {
    label: { key: 'history.edit' },
  });
  for (const factor of [5, 10, 20]) {
    timeMs += 1234.5;
    workspace
      .getState()
      .intervene((was) => withModuleFault(was, 'payment', { kind: 'slow', factor }));
  }
  workspace.getState().showInPane(1, 'modular');
  return workspace;
}

async function reopened(workspace: Workspace, settings: StoredSettings = memory()) {
  const { address } = await ownAddress(workspace.getState(), shop, settings, 'here');
  const code = address.split('#s=')[1];
  return { address, read: await readShared(code ?? '', shop, settings) };
}

describe('what was made', () => {
  test('opens again from the address: document, script and cuts', async () => {
    const workspace = worked();
    const { read, address } = await reopened(workspace);
    const { document, script, paneDeploymentIds } = madeOf(workspace.getState());
    expect(read).toEqual({
      made: { document, script, paneDeploymentIds },
      notices: [],
      place: null,
    });
    expect(address.length).toBeLessThan(8000);
  });

  test('leaves the address alone while a query says it all', async () => {
    const { address } = await reopened(open());
    expect(address).toBe('?lang=en');
    const workspace = open();
    workspace.getState().intervene((was) => withModuleFault(was, 'payment', { kind: 'crash' }));
    expect((await reopened(workspace)).address).toBe('?fail=payment&lang=en');
  });

  test('includes the original of a document that is not the page’s own', async () => {
    const workspace = worked();
    const other = { ...shop, id: 'other' };
    workspace.getState().openDocument(other);
    workspace.getState().editDocument((document) => withFieldValue(document, cores, 3), {
      label: { key: 'history.edit' },
    });
    const { read } = await reopened(workspace);
    expect(read.made.original).toEqual(other);
    expect(read.made.document).toEqual(withFieldValue(other, cores, 3));
  });

  test('stays in the browser when it is too long, and says so elsewhere', async () => {
    const large = serviceTree(300, 100);
    const workspace = open();
    workspace.getState().openDocument(large);
    const settings = memory();
    const { address, read } = await reopened(workspace, settings);
    expect(address).toBe('?view=cut&lang=en#s=local.here');
    expect(read.place).toBe('here');
    expect(read.made.original).toEqual(large);
    const elsewhere = await readShared('local.here', shop, memory());
    expect(elsewhere.notices.map(({ key }) => key)).toEqual(['notices.shared.elsewhere']);
    expect(await ownAddress(workspace.getState(), shop, noSettings, 'here')).toEqual({
      address: '?view=cut&lang=en',
      isWhole: false,
    });
  });

  test('that is kept in the browser has a place for each page, and the oldest gives way', async () => {
    const settings = memory();
    const workspace = open();
    const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    for (const place of places) {
      workspace.getState().openDocument({ ...serviceTree(300, 100), id: place });
      await ownAddress(workspace.getState(), shop, settings, place);
    }
    const [gone, ...kept] = await Promise.all(
      places.map(async (place) => (await readShared(`local.${place}`, shop, settings)).made),
    );
    expect(gone).toEqual({});
    expect(kept.map(({ original }) => original?.id)).toEqual(places.slice(1));
  });

  test.each([
    ['the document', { document: { version: 1 } }, 'notices.shared.document'],
    [
      'the script',
      { script: [{ atMs: 1, command: { kind: 'explode' } }] },
      'notices.shared.script',
    ],
    ['the order of the script', { script: [5, 1].map(at) }, 'notices.shared.script'],
    ['the cuts', { panes: ['monolith', 'nowhere'] }, 'notices.shared.panes'],
  ])('that is damaged in %s falls back there alone, and says where', async (_, part, key) => {
    const good = { document: withFieldValue(shop, cores, 3), script: [1].map(at) };
    const code = await encode({ version: 1, ...good, ...part });
    const { made, notices } = await readShared(code, shop, noSettings);
    expect(notices.map((notice) => notice.key)).toEqual([key]);
    const [damaged] = Object.keys(part);
    expect(made).toEqual(
      Object.fromEntries(Object.entries(good).filter(([name]) => name !== damaged)),
    );
  });

  test('never breaks the page, whatever the address says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (code) => {
        const { made, notices } = await readShared(code, shop, noSettings);
        expect(made).toEqual({});
        expect(notices).toHaveLength(1);
      }),
    );
  });

  test('survives as code whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await decode(await encode(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 30 },
    );
  });

  test('is a file that the page opens again', async () => {
    const edited = withFieldValue(shop, cores, 3);
    expect(await readDocument(await writeDocument(edited))).toEqual({ ok: true, document: edited });
  });
});

function at(atMs: number) {
  return { atMs, command: { kind: 'arrival-rate', arrivalRatePerSecond: 5 } };
}
