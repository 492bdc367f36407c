import { describe, test } from 'vitest';
import { singleStationLaws } from '../../src/simulation/laws/single-station-laws';
import { expectLaw } from './expect-law';

describe('one station with an unbounded queue obeys', () => {
  test.each(singleStationLaws)('$law ($parameters)', expectLaw);
});
