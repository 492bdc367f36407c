import { describe } from 'vitest';
import { expectFamily } from './expect-family';

describe('several stations together obey', () => {
  expectFamily('network');
});
