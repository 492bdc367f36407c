import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/architecture/check-document';
import { describeProblem } from '../../src/architecture/describe-problem';
import { englishProblemTexts } from '../../src/architecture/problem-texts-en';
import { type ProblemCase, problemCases, soundDocument } from './problem-cases';

function problemsAfter({ spoil }: Pick<ProblemCase, 'spoil'>) {
  const document = soundDocument();
  const checked = checkDocument(spoil(document) ?? document);
  return checked.ok ? [] : checked.problems;
}

describe('a document that is wrong', () => {
  test('is right before it is spoilt', () => {
    expect(checkDocument(soundDocument())).toMatchObject({ ok: true });
  });

  test.each(problemCases)(
    'gives $code at $path, and nothing else',
    ({ code, path, params, spoil }) => {
      expect(problemsAfter({ spoil })).toEqual([
        { path, code, params: expect.objectContaining(params ?? {}) },
      ]);
    },
  );

  test('is tried with every code', () => {
    const codes = new Set(problemCases.map(({ code }) => code as string));
    // What is no document at all is found by reading, not by checking.
    const untried = Object.keys(englishProblemTexts).filter((code) => !codes.has(code));
    expect(untried).toEqual(['syntax', 'empty-document', 'no-document', 'not-utf8', 'too-heavy']);
  });

  test('gives every problem at once, those of fields and those between them', () => {
    const document = soundDocument();
    document.modules[0].knid = 'service';
    document.modules[1].operations.charge[0].call = 'bank.autorize';
    document.journeys[0].share = 0.5;
    document.load.arrivalRatePerSecond = -1;
    document.deployments[0].units[0].modules[1] = 'paymnet';
    document.deployments[1].units[0].replicas = 'two';
    document.timeline[0].untilMs = 500;
    const checked = checkDocument(document);
    const found = checked.ok ? [] : checked.problems.map(({ path, code }) => `${path} ${code}`);
    expect(found.toSorted()).toEqual(
      [
        'modules[0] unknown-field',
        'modules[1].operations.charge[0].call unknown-operation',
        'journeys shares-sum',
        'load.arrivalRatePerSecond too-small',
        'deployments[0].units[0].modules[1] unknown-module',
        'deployments[0].units module-missing',
        'deployments[1].units[0].replicas wrong-type',
        'timeline[0].untilMs until-before',
      ].toSorted(),
    );
  });

  test('names every unknown field of one object', () => {
    const checked = checkDocument({ ...soundDocument(), first: 1, second: 2 });
    expect(checked.ok ? [] : checked.problems.map(({ params }) => params)).toMatchObject([
      { field: 'first' },
      { field: 'second' },
    ]);
  });

  test('is not blamed for what only follows from an id that cannot be read', () => {
    const problems = problemsAfter({
      spoil: (document) => {
        document.modules[1].id = 7;
      },
    });
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'modules[1].id wrong-type',
    ]);
    const ofUnit = problemsAfter({
      spoil: (document) => {
        document.deployments[1].units[1].modules = [7];
      },
    });
    expect(ofUnit.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'deployments[1].units[1].modules[0] wrong-type',
    ]);
  });

  test('says where and what to do, in English', () => {
    const [unknown] = problemsAfter({
      spoil: (document) => {
        document.deployments[1].policies[0].callee = 'paymnet';
      },
    });
    expect(unknown && describeProblem(unknown, 'en')).toBe(
      'deployments[1].policies[0].callee: there is no module `paymnet`; did you mean `payment`?',
    );
  });

  test('and in Spanish', () => {
    const [circle] = problemsAfter({
      spoil: (document) => {
        document.modules[2].operations.read.push({ call: 'web.look' });
      },
    });
    expect(circle && describeProblem(circle, 'es')).toBe(
      'modules[0].operations.look[0].parallel[1][0].call: las llamadas dan vueltas sin fin: `store.read` → `web.look` → `store.read`; quita una de ellas',
    );
  });

  test.each(problemCases)('says $code at $path in both languages', ({ spoil }) => {
    for (const problem of problemsAfter({ spoil })) {
      const english = describeProblem(problem, 'en');
      const spanish = describeProblem(problem, 'es');
      expect(english).not.toBe(spanish);
      for (const sentence of [english, spanish]) {
        expect(sentence.startsWith(problem.path)).toBe(true);
        expect(sentence).not.toMatch(/undefined|null|NaN,|\[object|; ?$|\.$/);
      }
    }
  });
});

describe('whatever it is given, the check', () => {
  test('answers about any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const checked = checkDocument(value);
        expect(checked.ok || checked.problems.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('answers about a sound document with any value in any place', () => {
    const spoilt = fc
      .tuple(fc.nat(), fc.oneof(fc.jsonValue(), fc.constantFrom(Number.NaN, 1e308, '__proto__')))
      .map(([place, value]) => withValueAt(soundDocument(), place, value));
    fc.assert(
      fc.property(spoilt, (document) => {
        const checked = checkDocument(document);
        const problems = checked.ok ? [] : checked.problems;
        for (const problem of problems) {
          expect(describeProblem(problem, 'en')).not.toContain('undefined');
          expect(describeProblem(problem, 'es')).not.toContain('undefined');
        }
        if (checked.ok) {
          expect(checkDocument(checked.document)).toEqual(checked);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Puts a value in the place of one of those in a document, counted from the outside in. */
function withValueAt(document: unknown, place: number, value: unknown): unknown {
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const open = [document];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (typeof next !== 'object' || next === null) continue;
    const holder = next as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      open.push(holder[key]);
    }
  }
  const chosen = places[place % places.length];
  if (chosen) chosen.holder[chosen.key] = value;
  return document;
}
