import { describe } from 'vitest';
import { expectFamily } from './expect-family';

describe('one station with an unbounded queue obeys', () => {
  expectFamily('single-station');
});
