import { describe } from 'vitest';
import { expectFamily } from './expect-family';

describe('whatever goes wrong, every station obeys', () => {
  expectFamily('little');
});
