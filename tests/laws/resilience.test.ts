import { describe, test } from 'vitest';
import { resilienceLaws } from '../../src/simulation/laws/resilience-laws';
import { expectLaw } from './expect-law';

describe('calls that are repeated obey', () => {
  test.each(resilienceLaws)('$law ($parameters)', expectLaw);
});
