import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../scripts/test-counts';

test('a Vitest file that does not load counts as one failure', () => {
  const counts = countVitest(
    {
      testResults: [
        {
          name: '/home/tests/good.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'adds' },
            { status: 'failed', fullName: 'subtracts' },
            { status: 'pending', fullName: 'divides' },
          ],
        },
        { name: '/home/tests/broken.test.ts', status: 'failed', assertionResults: [] },
      ],
    },
    '/home',
  );
  expect(counts).toEqual({
    passed: 1,
    failures: ['tests/good.test.ts › subtracts', 'tests/broken.test.ts'],
  });
});

test('Playwright tests are counted through all nested suites', () => {
  const spec = (title: string, ok: boolean) => ({ title, file: 'shop.spec.ts', ok });
  const counts = countPlaywright({
    stats: { expected: 2 },
    suites: [
      {
        title: 'shop.spec.ts',
        specs: [spec('opens', true)],
        suites: [{ title: 'payment', specs: [spec('falls', false), spec('rises', true)] }],
      },
    ],
  });
  expect(counts).toEqual({ passed: 2, failures: ['shop.spec.ts › falls'] });
});
