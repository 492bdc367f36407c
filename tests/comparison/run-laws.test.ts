import { describe, expect, test } from 'vitest';
import { lawSentence, lawWords } from '../../src/comparison/law-words';
import { runLaws, verdictOf } from '../../src/comparison/run-laws';
import { laws } from '../../src/stories/laws';
import { runHere } from './run-here';

describe('the laws on the page', () => {
  test('compare theory with what the replications say', async () => {
    const chosen = laws.filter(({ law }) => law === 'Erlang B, constant service');
    const rows = await runLaws({
      laws: chosen,
      share: 0.05,
      run: runHere,
      signal: new AbortController().signal,
      onProgress: () => {},
      onRows: () => {},
    });
    expect(rows).toHaveLength(1);
    expect(rows[0].points).toHaveLength(30);
    expect(rows[0].verdict).not.toBe('disagrees');
    const { outcome } = rows[0];
    const wrong = { ...outcome, theory: outcome.theory * 2, agrees: false };
    expect(verdictOf(wrong)).toBe('disagrees');
  });

  test('each say in a sentence what they are about', () => {
    const wordless = laws.filter(({ law }) => lawSentence(law) === 'laws.other');
    expect(wordless.map(({ law }) => law)).toEqual([]);
  });

  test('speak Spanish to those who do', () => {
    expect(lawWords('mean wait, ms', 'es')).toBe('espera media, ms');
    expect(lawWords('mean wait, ms', 'en')).toBe('mean wait, ms');
    expect(lawWords('λ 7.2, μ 1, c 8 cores', 'es')).toBe('λ 7,2; μ 1; c 8 núcleos');
  });
});
