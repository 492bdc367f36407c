/**
 * A run must give the same bits in every browser and on Node. IEEE 754 and the
 * language fix + − × ÷ and the functions below to the last digit; `Math.log`,
 * `Math.exp`, `**` and their like are left to the engine.
 */
import { Visitor } from 'vite';
import { describe, expect, test } from 'vitest';
import { filesIn, isScript, lineOf, parse, read } from './source';

const exactInEveryEngine = new Set([
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt'],
  ...['trunc', 'E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
]);

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
  test('it uses no function that browsers may round differently', () => {
    const scripts = filesIn('src/simulation').filter(isScript);
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
  ])('%s would be found', (text) => {
    expect(inexact('a.ts', text)).toHaveLength(1);
  });

  test('and exact arithmetic is left alone', () => {
    expect(inexact('a.ts', 'Math.sqrt(2 * 3) + Math.floor(Math.PI / 2) + 2 ** -14')).toEqual([]);
  });
});
