import { describe } from 'vitest';
import { expectFamily } from './expect-family';

describe('calls that are repeated obey', () => {
  expectFamily('resilience');
});
