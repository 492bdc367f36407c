import { expect } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { checkVerdict } from '../../src/stories/check-verdict';
import type { Story } from '../../src/stories/story';
import { verdictSeedCount } from '../../src/stories/verdict-seeds';

const seeds = Array.from({ length: verdictSeedCount }, (_, index) => index + 1);

/** Every claim holds in as many seeds as it says, and each prediction has one answer, the same in all of them. */
export function expectTruth(story: Story): void {
  const { claims, predictions } = checkVerdict(story, shop, seeds);
  expect(claims.filter(({ isTrue }) => !isTrue)).toEqual([]);
  for (const { predictionId, rightOptions } of predictions) {
    const answers = new Set(rightOptions.map((ids) => ids.join(' and ')));
    expect([predictionId, ...answers]).toHaveLength(2);
    expect(rightOptions[0]).toHaveLength(1);
  }
}
