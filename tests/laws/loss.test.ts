import { describe, test } from 'vitest';
import { lossLaws } from '../../src/simulation/laws/loss-laws';
import { expectLaw } from './expect-law';

describe('a station that turns customers away obeys', () => {
  test.each(lossLaws)('$law ($parameters)', expectLaw);
});
