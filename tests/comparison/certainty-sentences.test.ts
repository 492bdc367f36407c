import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { certaintySentences, headlineSentences } from '../../src/comparison/certainty-sentences';
import type { DifferenceRow } from '../../src/comparison/difference-rows';
import { translateAnalysisInto } from '../../src/i18n/analysis-text';
import { languages } from '../../src/i18n/language';
import { meanInterval } from '../../src/simulation/replications/mean-interval';
import { pairedDifference } from '../../src/simulation/replications/paired-difference';
import { textIn } from '../../src/workspace/use-text';

const names = ['monolith', 'microservices'].map((id) => ({ es: id, en: id }));
const { name: journey } = shop.journeys[0];

/** The right side does better; the first seed says so by far more than all together. */
function rowOf(
  name: 'success' | 'msP99' | 'usdPerHour',
  left: number[],
  right: number[],
): DifferenceRow {
  const difference = pairedDifference(left, right);
  if (difference === null) throw new Error('There are no seeds.');
  return {
    id: name,
    kind: {
      name,
      form: name === 'success' ? 'share' : name === 'msP99' ? 'ms' : 'usd',
      isMoreBetter: name === 'success',
    },
    journey: name === 'usdPerHour' ? null : journey,
    left: meanInterval(left),
    right: meanInterval(right),
    difference,
    better: 'right',
  };
}

const success = [
  [0.1, 0.5, 0.48, 0.52],
  [0.9, 0.8, 0.79, 0.81],
];
const slow = [
  [9000, 400, 410, 390],
  [100, 200, 190, 210],
];
const cost = [
  [9, 2, 2.1, 1.9],
  [1, 1.5, 1.4, 1.6],
];
const rowsOf = (seedCount: number) => [
  rowOf('success', success[0].slice(0, seedCount), success[1].slice(0, seedCount)),
  rowOf('msP99', slow[0].slice(0, seedCount), slow[1].slice(0, seedCount)),
  rowOf('usdPerHour', cost[0].slice(0, seedCount), cost[1].slice(0, seedCount)),
];

describe.each(languages)('the sentences about many seeds (%s)', (language) => {
  const text = { ...textIn(language), a: translateAnalysisInto(language) };
  const { format } = text;

  test('tell the mean difference with its interval, and no seed by itself', () => {
    const rows = rowsOf(4);
    const [ofSuccess, ofSlow, ofCost, ...others] = certaintySentences(rows, names, 4, text);
    expect(others).toEqual([]);
    const points = (share: number) => format.number(100 * Math.abs(share), 1);
    const told = [
      [ofSuccess, points, success],
      [ofSlow, format.duration, slow],
      [ofCost, format.money, cost],
    ] as const;
    told.forEach(([sentence, write, [left, right]], index) => {
      const { mean, halfWidth } = rows[index].difference;
      expect(sentence).toContain('microservices');
      expect(sentence).toContain(write(Math.abs(mean)));
      expect(sentence).toMatch(new RegExp(`± ${escaped(write(halfWidth ?? 0))}`));
      expect(sentence).not.toContain(write(Math.abs(left[0] - right[0])));
    });
  });

  test('as a headline, tell the largest loss and what speaks for the other side', () => {
    const [ofSuccess, ofSlow, ofCost] = rowsOf(4);
    const cheaper = { ...ofCost, better: 'left' as const };
    const sentences = headlineSentences([ofCost, ofSlow, ofSuccess, cheaper], names, 4, text);
    const [lost, , cost] = certaintySentences([ofSuccess, ofSlow, cheaper], names, 4, text);
    expect(sentences).toEqual([lost, cost]);
    expect(sentences[1]).toContain('monolith');
    expect(headlineSentences([ofSuccess, ofSlow, ofCost], names, 4, text)).toEqual([lost]);
    expect(headlineSentences([ofSlow], names, 4, text)).toEqual([
      text.a('certainty.noSuccess', { seeds: format.number(4) }),
    ]);
  });

  test('say nothing of a single seed, which has no interval', () => {
    const sentences = certaintySentences(rowsOf(1), names, 1, text);
    expect(sentences).toEqual([text.a('certainty.noSuccess', { seeds: format.number(1) })]);
  });
});

function escaped(written: string): string {
  return written.replace(/[.$*+?()[\]{}|^\\]/g, '\\$&');
}
