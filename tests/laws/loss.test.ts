import { describe } from 'vitest';
import { expectFamily } from './expect-family';

describe('a station that turns customers away obeys', () => {
  expectFamily('loss');
});
