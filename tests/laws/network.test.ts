import { describe, test } from 'vitest';
import { networkLaws } from '../../src/simulation/laws/network-laws';
import { expectLaw } from './expect-law';

describe('several stations together obey', () => {
  test.each(networkLaws)('$law ($parameters)', expectLaw);
});
