import { describe } from 'vitest';
import { expectFamily } from './expect-family';

describe('a unit that looks after itself obeys', () => {
  expectFamily('scaling');
});
