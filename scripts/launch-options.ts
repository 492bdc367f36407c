import type { LaunchOptions } from '@playwright/test';

/** How every browser of this project is started. Playwright leaves out the sandbox, so it starts as root too. */
export function launchOptions(executablePath: string): LaunchOptions {
  return {
    executablePath,
    // A test of this page is no reason to call anybody else.
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  };
}
