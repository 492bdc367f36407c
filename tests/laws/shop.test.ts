import { describe } from 'vitest';
import { expectFamily } from './expect-family';

describe('the shop obeys', () => {
  expectFamily('shop');
});
