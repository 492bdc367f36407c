import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.ts';
import { freePort } from './scripts/free-port.ts';
import { launchOptions } from './scripts/launch-options.ts';

// Every worker reads this file again: what was found the first time stays in the environment.
process.env.FAULTLINE_BROWSER = findBrowser();
process.env.FAULTLINE_PORT ??= String(await freePort());

/** An address of a served build to test, such as that of a deployed site; else one is built and served. */
const givenUrl = process.env.FAULTLINE_URL;
const port = process.env.FAULTLINE_PORT;
const baseURL = givenUrl ?? `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL,
    browserName: 'chromium',
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    // The film and the page of every moment would take a good part of the machine that is being tested;
    // `--trace on` has them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: launchOptions(process.env.FAULTLINE_BROWSER),
  },
  projects: [{ name: 'page' }],
  ...(givenUrl === undefined && {
    webServer: {
      command: `npx vite build --logLevel warn && npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
      url: baseURL,
      timeout: 120_000,
    },
  }),
});
