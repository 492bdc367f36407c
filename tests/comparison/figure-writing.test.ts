import { describe, expect, test } from 'vitest';
import type { FigureForm } from '../../src/comparison/difference-rows';
import { writeDifference } from '../../src/comparison/figure-writing';
import { translateAnalysisInto } from '../../src/i18n/analysis-text';
import type { Language } from '../../src/i18n/language';
import type { MeanInterval } from '../../src/simulation/replications/mean-interval';
import { textIn } from '../../src/workspace/use-text';

function written(form: FigureForm, mean: number, halfWidth: number | null, language: Language) {
  const text = { ...textIn(language), a: translateAnalysisInto(language) };
  const interval = { mean, halfWidth } as MeanInterval;
  return writeDifference(form, interval, text).replaceAll('\u00a0', ' ');
}

describe('a difference and its interval', () => {
  test.each<[FigureForm, number, number, string]>([
    ['count', -0.4, 0.092, '−0.40 ± 0.09'],
    ['ms', -18.04, 0.13, '−18.0 ms ± 0.1 ms'],
    ['ms', -213.4, 4.7, '−213 ms ± 5 ms'],
    ['ms', 2300, 140, '+2.3 s ± 0.1 s'],
    ['share', 0.067, 0.0052, '+6.7 points ± 0.5'],
    ['share', -0.99998, 0.000004, '−100.0 points ± 0.1'],
    ['rate', -40.2, 0.31, '−40.2/s ± 0.3/s'],
    ['usd', -0.0612, 0.0003, '−$0.061 ± $0.001'],
  ])('of %s have the same decimals, as many as the interval needs', (form, mean, half, text) => {
    expect(written(form, mean, half, 'en')).toBe(text);
  });

  test('are written in the language of the page', () => {
    expect(written('usd', -0.0612, 0.0034, 'es')).toBe('−0,061 $ ± 0,003 $');
    expect(written('share', 0.067, 0.0052, 'es')).toBe('+6,7 puntos ± 0,5');
  });

  test('are told without one where every seed agrees', () => {
    expect(written('count', -8, 0, 'en')).toBe('−8');
    expect(written('count', -1.8, 1e-16, 'en')).toBe('−1.8');
    expect(written('ms', -45_000, null, 'en')).toBe('−45 s');
  });
});
