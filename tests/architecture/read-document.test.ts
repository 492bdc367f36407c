import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/architecture/describe-problem';
import { readDocument } from '../../src/architecture/read-document';
import { smallestDocument } from './smallest-document';

const yamlText = `
version: 1
id: single
modules:
  - { id: server, operations: { serve: [{ work: { cpuMs: { kind: exponential, mean: 8 } } }] } }
journeys: [{ id: visit, entry: server.serve }]
load: { kind: open, arrivalRatePerSecond: 100 }
deployments: [{ id: one, units: [{ id: server, modules: [server] }] }]
`;

async function sentencesFor(text: string): Promise<string[]> {
  const read = await readDocument(text);
  return read.ok ? [] : read.problems.map((problem) => describeProblem(problem, 'en'));
}

describe('a text', () => {
  test('says the same in JSON and in YAML', async () => {
    const fromJson = await readDocument(JSON.stringify(smallestDocument()));
    expect(fromJson.ok).toBe(true);
    expect(await readDocument(yamlText)).toEqual(fromJson);
  });

  test('may start with a byte order mark, and be YAML that looks like JSON', async () => {
    expect(await readDocument(`\uFEFF${JSON.stringify(smallestDocument())}`)).toMatchObject({
      ok: true,
    });
    expect(await sentencesFor('{ version: 1 }')).toContain('`modules` is missing; add it');
  });

  test('that is no JSON says where', async () => {
    const [sentence] = await sentencesFor('{\n  "version": 1,\n  , "id": "x"\n}');
    expect(sentence).toMatch(/^line 3, column 3: this is not JSON: /);
  });

  test('that is no YAML says where', async () => {
    const [sentence] = await sentencesFor('version: 1\nid: "single\n');
    expect(sentence).toMatch(/^line \d+, column \d+: this is not YAML: /);
  });

  test('with an alias to nothing, or to itself, is told so', async () => {
    expect(await sentencesFor('version: *nowhere')).toEqual([
      expect.stringMatching(/^this is not YAML: .*nowhere/),
    ]);
    expect(await sentencesFor('&a [*a]')).not.toEqual([]);
  });

  test('that is empty is no document', async () => {
    for (const text of ['', ' \n\t']) {
      expect(await sentencesFor(text)).toEqual(['nothing is written here; choose another file']);
    }
  });

  test('in another encoding, or no text at all, says where', async () => {
    const latin1 = Uint8Array.from('id: x\nname: Cat\u00e1logo', (letter) => letter.charCodeAt(0));
    for (const [bytes, place] of [
      [latin1, 'line 2, column 10'],
      [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'line 1, column 5'],
    ] as const) {
      const [sentence] = await sentencesFor(new TextDecoder().decode(bytes));
      expect(sentence).toBe(
        `${place}: there are letters that are not in UTF-8; save it as text in UTF-8`,
      );
    }
  });

  test('of any kind is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect(await readDocument(text)).toMatchObject({ ok: false });
      }),
      { numRuns: 200 },
    );
  });
});
