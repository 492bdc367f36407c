import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserType } from '@playwright/test';
import { launchOptions } from '../../scripts/launch-options.ts';
import type { OpenPage } from './browser.ts';

/** With a browser that Playwright can drive. */
export function openWithPlaywright(browserType: BrowserType, executablePath: string): OpenPage {
  return async (address) => {
    const isChromium = browserType.name() === 'chromium';
    const browser = await browserType.launch(
      isChromium ? launchOptions(executablePath) : { executablePath },
    );
    const page = await browser.newPage();
    // A script that computes for long holds the page's load up.
    await page.goto(address, { waitUntil: 'commit' });
    return () => browser.close();
  };
}

const preferences = [
  ['dom.max_script_run_time', 0],
  ['browser.shell.checkDefaultBrowser', false],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['browser.aboutwelcome.enabled', false],
  ['app.update.disabledForTesting', true],
] as const;

/** With a Firefox as it is installed, which opens an address without being driven. */
export function openWithFirefox(program: string): OpenPage {
  return async (address) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'faultline-firefox-'));
    const lines = preferences.map(([name, value]) => `user_pref("${name}", ${value});`);
    writeFileSync(path.join(folder, 'user.js'), lines.join('\n'));
    const firefox = spawn(program, ['--headless', '--no-remote', '--profile', folder, address], {
      stdio: 'ignore',
      env: { ...process.env, HOME: folder },
    });
    const hasEnded = new Promise<void>((resolve) => {
      firefox.once('exit', () => resolve());
      // A program that does not start is told by the answer that never comes.
      firefox.once('error', () => resolve());
    });
    return async () => {
      firefox.kill();
      await hasEnded;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    };
  };
}
