import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/architecture/nearest';

const fields = ['id', 'name', 'modules', 'replicas', 'concurrency', 'acceptQueue', 'startupMs'];

describe('the suggestion for a misspelt name', () => {
  test.each([
    ['module', 'modules'],
    ['Modules', 'modules'],
    ['replcias', 'replicas'],
    ['concurency', 'concurrency'],
    ['startupMS', 'startupMs'],
    ['accept-queue', 'acceptQueue'],
    ['nmae', 'name'],
  ])('of %s is %s', (written, meant) => {
    expect(nearest(written, fields)).toBe(meant);
  });

  test.each([['threads'], ['x'], ['memory'], ['']])('of %s is none at all', (written) => {
    expect(nearest(written, fields)).toBeNull();
  });

  test('is the first of two that are equally near', () => {
    expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
  });
});
