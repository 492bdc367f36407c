import type { LaunchOptions } from '@playwright/test';

/**
 * What the browser does without. This switch takes the place of Playwright's own, so its features that
 * could show in a test are named again: pages kept blank at first, addresses changed to https, calls home.
 */
const disabledFeatures = [
  // Pages of the browser's own address bar: every new context would load some 400 modules of them,
  // more work than opening the page of this project.
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AimEnabled'],
  ...['PaintHolding', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable'],
  ...['OptimizationHints', 'PreconnectToSearch', 'NetworkTimeServiceQuerying', 'MediaRouter'],
  ...['DestroyProfileOnBrowserClose', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'LensOverlay'],
];

/** How every browser of this project is started. Playwright leaves out the sandbox, so it starts as root too. */
export function launchOptions(executablePath: string): LaunchOptions {
  return {
    executablePath,
    // A test of this page is no reason to call anybody else.
    args: [
      `--disable-features=${disabledFeatures.join(',')}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  };
}
