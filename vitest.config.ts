import { defineConfig } from 'vitest/config';

/** `*.test.ts` run here; `*.spec.ts` run in a browser, see playwright.config.ts. */
export default defineConfig({
  test: {
    environment: 'node',
    maxWorkers: 2,
    // The files of a worker share the modules that they load: to load them again for each would take
    // nearly as long as the tests. What a test changes in a module or in the page it puts back.
    isolate: false,
    unstubGlobals: true,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/laws/**'],
          setupFiles: ['tests/i18n/load-both-languages.ts', 'tests/stories/load-all-stories.ts'],
          // Far more than a test takes: only a broken one, or a crowded machine, comes near it.
          testTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'laws',
          include: ['tests/laws/**/*.test.ts'],
          // A law is checked on a run long enough for its confidence interval.
          testTimeout: 300_000,
        },
      },
    ],
  },
});
