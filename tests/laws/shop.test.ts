import { describe, test } from 'vitest';
import { shopLaws } from '../../src/simulation/laws/shop-laws';
import { expectLaw } from './expect-law';

describe('the shop obeys', () => {
  test.each(shopLaws)('$law ($parameters)', expectLaw);
});
