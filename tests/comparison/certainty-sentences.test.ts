import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { certaintySentences, headlineSentences } from '../../src/comparison/certainty-sentences';
import { type DifferenceRow, differenceRows } from '../../src/comparison/difference-rows';
import { writeInterval } from '../../src/comparison/figure-writing';
import { runSpread } from '../../src/comparison/run-spread';
import { translateAnalysisInto } from '../../src/i18n/analysis-text';
import { languages } from '../../src/i18n/language';
import { meanInterval } from '../../src/simulation/replications/mean-interval';
import { pairedDifference } from '../../src/simulation/replications/paired-difference';
import { documentOfStory } from '../../src/stories/document-of-story';
import { paymentSlow } from '../../src/stories/payment-slow';
import { textIn } from '../../src/workspace/use-text';
import { runHere } from './run-here';

const names = ['monolith', 'microservices'].map((id) => ({ es: id, en: id }));
const { name: journey } = shop.journeys[0];

/** The right side does better; the first seed says so by far more than all together. */
function rowOf(
  name: 'success' | 'inTime' | 'msP99' | 'usdPerHour',
  left: number[],
  right: number[],
): DifferenceRow {
  const difference = pairedDifference(left, right);
  if (difference === null) throw new Error('There are no seeds.');
  return {
    id: name,
    kind: {
      name,
      form: name === 'msP99' ? 'ms' : name === 'usdPerHour' ? 'usd' : 'share',
      isMoreBetter: name === 'success' || name === 'inTime',
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
    const told = [
      [ofSuccess, 'share', success],
      [ofSlow, 'ms', slow],
      [ofCost, 'usd', cost],
    ] as const;
    told.forEach(([sentence, form, [left, right]], index) => {
      const { difference } = rows[index];
      const { size, margin } = writeInterval(form, difference, text);
      const first = writeInterval(form, { ...difference, mean: left[0] - right[0] }, text).size;
      expect(sentence).toContain('microservices');
      expect(sentence).toContain(size);
      expect(sentence).toMatch(new RegExp(`± ${escaped(margin)}`));
      expect(sentence).not.toContain(first);
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

  test('tell who is in time where that speaks for the other side, and not twice who loses less', () => {
    const [ofSuccess, ofSlow] = rowsOf(4);
    const inTime = rowOf('inTime', success[0], success[1]);
    const [lost] = certaintySentences([ofSuccess], names, 4, text);
    expect(certaintySentences([ofSuccess, inTime], names, 4, text)).toEqual([lost]);

    const other = { ...rowOf('inTime', success[1], success[0]), better: 'left' as const };
    const told = headlineSentences([ofSuccess, ofSlow, other], names, 4, text);
    expect(told).toEqual([lost, expect.stringContaining('monolith')]);
    expect(told[1]).toContain(writeInterval('share', other.difference, text).size);
    expect(certaintySentences([ofSuccess, other], names, 4, text)).toEqual(told);
    // Where everybody gets through, who does in time is what there is to tell.
    const silent = text.a('certainty.noSuccess', { seeds: format.number(4) });
    expect(headlineSentences([ofSlow, other], names, 4, text)).toEqual([
      silent,
      told[1],
      certaintySentences([ofSlow], names, 4, text)[1],
    ]);
  });

  test('say nothing of a single seed, which has no interval', () => {
    const sentences = certaintySentences(rowsOf(1), names, 1, text);
    expect(sentences).toEqual([text.a('certainty.noSuccess', { seeds: format.number(1) })]);
  });
});

test('slow payments end with a sentence for either side: who turns fewer away, and who answers in time', async () => {
  const { deployments, durationMs, seed } = paymentSlow;
  const document = documentOfStory(paymentSlow, shop);
  const sides = deployments.map((id) => {
    const found = document.deployments.find((one) => one.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  });
  const subject = { document, opened: shop, deployments: sides, script: [], seed, durationMs };
  const spread = await runSpread({
    subject,
    seedCount: 4,
    seconds: durationMs / 1000,
    run: runHere,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  const rows = differenceRows(document, sides, spread);
  const text = { ...textIn('en'), a: translateAnalysisInto('en') };
  expect(headlineSentences(rows, names, 4, text)).toEqual([
    expect.stringMatching(/^monolith: loses [\d.]+ points less of “Check out”/),
    expect.stringMatching(/^microservices: answers [\d.]+ points more of .* within the objective/),
  ]);
});

function escaped(written: string): string {
  return written.replace(/[.$*+?()[\]{}|^\\]/g, '\\$&');
}
