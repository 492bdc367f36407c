import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/architecture/describe-problem';
import { jsonFault } from '../../src/architecture/json-fault';
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

  test('that is no JSON says where, what was expected there, and what to do', async () => {
    const json = (text: string) => sentencesFor(text).then(([sentence]) => sentence);
    for (const [text, said] of [
      [
        '{\n  "version": 1,\n  , "id": "x"\n}',
        'line 3, column 3: this is not JSON: expected a name in double quotes, found `,`',
      ],
      [
        '{ "a": 1\n  "b": 2 }',
        'line 2, column 3: this is not JSON: expected `,` or `}`, found `"`',
      ],
      [
        '{ "a": [1, 2',
        'line 1, column 13: this is not JSON: expected `,` or `]`, and the text ends',
      ],
      [
        '{ "a": "b\n}',
        'line 1, column 8: this is not JSON: what begins here with `"` does not end; close it with `"`',
      ],
      [
        '{ "a": 1 }, "b": 2',
        'line 1, column 11: this is not JSON: found `,`, where the document has ended; take it away',
      ],
      [
        '{\n  // mine\n  "a": 1 }',
        'line 2, column 3: this is not JSON: JSON has no comments; take this one away, or write YAML, where `#` begins one',
      ],
    ]) {
      expect(await json(text)).toBe(said);
    }
  });

  test('is refused as JSON by the same rules as the browser’s own', () => {
    const nearly = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ' ', '\\', '0', '\n', '\u00a0', '\u0085', '\u0007'),
      )
      .map(
        ([text, at, mark]) => text.slice(0, at % text.length) + mark + text.slice(at % text.length),
      );
    const isJson = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string()), (text) => {
        const fault = jsonFault(text);
        expect(fault === null).toBe(isJson(text));
        expect(fault?.offset ?? 0).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('that is no YAML says where and what to do, in the language of the reader', async () => {
    for (const [text, said] of [
      [
        'id: "single\nname: x\n',
        'línea 1, columna 5: esto no es YAML: lo que empieza aquí con `"` no acaba; ciérralo con `"`',
      ],
      [
        'a:\n\t- b\n',
        'línea 2, columna 1: esto no es YAML: la línea empieza con un tabulador; sángrala con espacios',
      ],
      [
        'a:\n   b: 1\n  c: 2\n',
        'línea 3, columna 1: esto no es YAML: la sangría no cuadra; lo que va junto empieza en la misma columna',
      ],
      [
        'a: { b: 1\nc: 2\n',
        'línea 2, columna 1: esto no es YAML: antes de esto falta `}`; ciérralo ahí',
      ],
      [
        'name: Shop: the best',
        'línea 1, columna 7: esto no es YAML: hay dos veces dos puntos en la línea; pon el texto entre comillas, o el segundo campo en su propia línea',
      ],
      ['a: 1\na: 2\n', 'línea 2, columna 1: esto no es YAML: el campo `a` ya está; deja uno solo'],
      [
        'a: `x`',
        'línea 1, columna 4: esto no es YAML: un texto no puede empezar por `ˋ`; ponlo entre comillas',
      ],
      [
        'a: *nowhere',
        'línea 1, columna 4: esto no es YAML: nada se llama `*nowhere`; define antes `&nowhere`, o ponlo entre comillas',
      ],
    ]) {
      const read = await readDocument(text);
      expect(read.ok ? [] : read.problems.map((each) => describeProblem(each, 'es'))).toEqual([
        said,
      ]);
    }
    expect(await sentencesFor('&a [*a]')).not.toEqual([]);
  });

  test('that is empty is no document', async () => {
    for (const text of ['', ' \n\t']) {
      expect(await sentencesFor(text)).toEqual(['nothing is written here; choose another file']);
    }
  });

  test('that nobody meant as a document is told what it is, and not what it lacks', async () => {
    const remedy =
      ', not an architecture; choose a file in YAML or JSON that has `modules`, `journeys`, `load`, `deployments`, as Share saves one';
    for (const [text, said] of [
      ['<!doctype html>\n<title>Shop: the best</title>', 'this is a web page'],
      ['\n<html lang="en"></html>', 'this is a web page'],
      ['<!-- drawn -->\n<svg/>', 'this is text in tags, such as XML or SVG'],
      ['just a few words\non two lines', 'this is plain text (`just a few words on two lines`)'],
      ['"a `quoted` text"', 'this is plain text (`a ˋquotedˋ text`)'],
      ['- one\n- two', 'this is a list'],
      ['[{ "modules": [] }]', 'this is a list'],
      ['42', 'this is a single value (`42`)'],
      [
        'version: "3"\nservices: { web: { image: nginx } }\nvolumes: {}',
        'this is something else (with `services`, `volumes`)',
      ],
      [
        '{ "name": "shop", "version": "1.0.0", "scripts": {} }',
        'this is something else (with `scripts`)',
      ],
    ]) {
      expect(await sentencesFor(text)).toEqual([`${said}${remedy}`]);
    }
    // Who has begun one, or misspelt it, is told field by field.
    expect(await sentencesFor('{ "version": 1 }')).toContain('`modules` is missing; add it');
    expect(await sentencesFor('moduls: []')).toContain(
      'there is no field `moduls` here; did you mean `modules`?',
    );
    const read = await readDocument('<html>');
    expect(read.ok ? [] : read.problems.map((each) => describeProblem(each, 'es'))).toEqual([
      'esto es una página web, no una arquitectura; elige un archivo en YAML o JSON que tenga `modules`, `journeys`, `load`, `deployments`, como el que guarda Compartir',
    ]);
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
