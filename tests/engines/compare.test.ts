import { describe, expect, test } from 'vitest';
import type { Answer } from './answers';
import { compareAnswers, readAnswers } from './compare';

const answer = (changes: Partial<Answer> = {}): Answer => ({
  run: 'shop, seed 1',
  manner: 'at one go',
  digest: 'd1',
  figures: 'f1',
  ...changes,
});
const watched = answer({ manner: 'watched', frames: 'w1' });
const reference = [answer(), answer({ manner: 'sought' }), watched];

describe('an engine', () => {
  test('that says the same passes', () => {
    expect(compareAnswers(reference, reference)).toEqual({ passed: 3, failures: [] });
  });

  test.each<[string, Answer[], RegExp]>([
    ['with another digest', [answer({ digest: 'x' }), ...reference.slice(1)], /digest x, not d1/],
    ['with other figures', [answer({ figures: 'x' }), ...reference.slice(1)], /figures x, not f1/],
    [
      'that shows other frames',
      [...reference.slice(0, 2), { ...watched, frames: 'x' }],
      /frames x/,
    ],
    ['that leaves a run out', reference.slice(0, 2), /watched: no answer/],
  ])('%s fails in that run', (_, answers, reason) => {
    const { passed, failures } = compareAnswers(reference, answers);
    expect(passed).toBe(2);
    expect(failures).toEqual([expect.stringMatching(reason)]);
  });

  test('whose own manners differ fails, though it is the reference', () => {
    const torn = [answer(), answer({ manner: 'sought', digest: 'x' })];
    expect(compareAnswers(torn, torn).failures).toHaveLength(1);
  });

  test('that breaks off is told from one that is done', () => {
    const line = JSON.stringify(answer());
    expect(() => readAnswers([line])).toThrow(/stopped/);
    expect(() => readAnswers(['TypeError: no'])).toThrow(/TypeError: no/);
    const { answers } = readAnswers([line, '{"isDone":true,"builtIns":"b"}']);
    expect(answers).toEqual([answer()]);
  });
});
