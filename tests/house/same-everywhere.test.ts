/**
 * A run must give the same bits in every browser and on Node. IEEE 754 and the
 * language fix + − × ÷ and the functions below to the last digit; `Math.log`,
 * `Math.exp`, `**` and their like are left to the engine, and whatever knows of
 * languages, clocks or garbage collection is left to the machine.
 */
import { Visitor } from 'vite';
import { describe, expect, test } from 'vitest';
import { filesIn, isScript, lineOf, parse, read } from './source';

const exactInEveryEngine = new Set([
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt'],
  ...['trunc', 'E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
]);

/** Names that stand for something of the machine, and what depends on it. */
const ofTheMachine = new Map([
  ['Intl', 'the language of the machine'],
  ['toLocaleString', 'the language of the machine'],
  ['toLocaleUpperCase', 'the language of the machine'],
  ['toLocaleLowerCase', 'the language of the machine'],
  ['localeCompare', 'the language of the machine'],
  ['Date', 'the clock'],
  ['performance', 'the clock'],
  ['WeakRef', 'the garbage collection'],
  ['FinalizationRegistry', 'the garbage collection'],
  // AssemblyScript's name for what it would import.
  ['JSMath', 'the Math of the machine'],
]);

/** Without a comparison they sort numbers as texts. */
const sorts = new Set(['sort', 'toSorted']);

/** Here texts are sorted as texts. */
const sortTexts = ['src/simulation/replications/summarize-sweep.ts', 'src/architecture/nearest.ts'];

/** `2 ** -14` and the like, written out: a power of two is one double, and all engines give that one. */
const powerOfTwo = /^2 \*\* -?\d+$/;

function inexact(file: string, text: string): string[] {
  const complaints: string[] = [];
  const complain = (offset: number, what: string) =>
    complaints.push(`${file}:${lineOf(text, offset)} uses ${what}`);
  new Visitor({
    MemberExpression(node) {
      if (node.object.type !== 'Identifier' || node.object.name !== 'Math') return;
      const name = node.property.type === 'Identifier' && !node.computed ? node.property.name : '';
      if (!exactInEveryEngine.has(name)) complain(node.start, text.slice(node.start, node.end));
    },
    Identifier(node) {
      const dependence = ofTheMachine.get(node.name);
      if (dependence !== undefined) complain(node.start, `${node.name}: ${dependence}`);
      const isOfGlobal = /globalThis\s*(\?\.|\.)\s*$/.test(text.slice(0, node.start));
      if (node.name === 'Math' && isOfGlobal) complain(node.start, 'Math by another way');
    },
    CallExpression({ callee, arguments: given, start }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (sorts.has(callee.property.name) && given.length === 0 && !sortTexts.includes(file)) {
        complain(start, `${callee.property.name} without a comparison`);
      }
    },
    ForInStatement(node) {
      complain(node.start, 'for … in, whose order is not promised for every object');
    },
    VariableDeclarator(node) {
      const isMath = node.init?.type === 'Identifier' && node.init.name === 'Math';
      if (isMath) complain(node.start, 'Math under another name');
    },
    BinaryExpression(node) {
      if (node.operator !== '**') return;
      const written = text.slice(node.start, node.end);
      if (!powerOfTwo.test(written)) complain(node.start, written);
    },
    AssignmentExpression(node) {
      if (node.operator === '**=') complain(node.start, '**=');
    },
  }).visit(parse(file, text));
  return complaints;
}

describe('the engine computes the same bits everywhere', () => {
  test('nothing in it is left to the browser or the machine', () => {
    const scripts = ['src/simulation', 'src/architecture', 'src/stories']
      .flatMap(filesIn)
      .filter(isScript);
    expect(scripts.flatMap((file) => inexact(file, read(file)))).toEqual([]);
  });

  test.each([
    ['Math.log(2)'],
    ['[1].map(Math.exp)'],
    ["Math['floor'](2)"],
    ['const { sin } = Math'],
    ['2 ** a'],
    ['3 ** 2'],
    ['let a = 2; a **= 3'],
    ['Math.random()'],
    ['globalThis.Math.log(2)'],
    ['[3, 20].sort()'],
    ['a.toSorted()'],
    ["'a'.localeCompare('b')"],
    ['Date.now()'],
    ['for (const key in record) count(key)'],
    ['new WeakRef(state)'],
    ['JSMath.sin(1)'],
  ])('%s would be found', (text) => {
    expect(inexact('a.ts', text)).toHaveLength(1);
  });

  test('in the kernel as well, which is written in AssemblyScript', () => {
    const text = '@inline function logarithm(x: f64): f64 {\n  return Math.log(x);\n}';
    expect(inexact('src/simulation/kernel/assembly/a.ts', text)).toEqual([
      'src/simulation/kernel/assembly/a.ts:2 uses Math.log',
    ]);
  });

  test('and exact arithmetic is left alone', () => {
    const exact = 'Math.sqrt(2 * 3) + Math.floor(Math.PI / 2) + 2 ** -14; a.sort((b, c) => b - c)';
    expect(inexact('a.ts', exact)).toEqual([]);
  });
});
