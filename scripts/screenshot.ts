/**
 * `npm run screenshot`: builds the page, lets a run come to the point where it
 * tells its story, and takes the pictures of README from it.
 */
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { findBrowser } from './find-browser.ts';
import { launchOptions } from './launch-options.ts';

const folder = 'docs';
const themes = ['light', 'dark'] as const;
const healthySeconds = 20;
const brokenSeconds = 40;

async function untilClockPasses(page: Page, seconds: number): Promise<void> {
  await page.waitForFunction((least) => {
    const clock = document.querySelector('[role=timer]')?.textContent ?? '';
    const [minutes = '', rest = ''] = clock.split(':');
    return Number(minutes) * 60 + Number(rest) >= least;
  }, seconds);
}

async function takePicture(page: Page, address: string, file: string): Promise<void> {
  await page.goto(address);
  await page.getByText('10×', { exact: true }).click();
  await untilClockPasses(page, healthySeconds);
  await page.getByRole('button', { name: 'Take Payment down' }).click();
  await untilClockPasses(page, brokenSeconds - 5);
  // At the speed of a watcher the picture has single requests, not their flow.
  await page.getByText('1×', { exact: true }).click();
  await untilClockPasses(page, brokenSeconds);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Play' }).waitFor();
  await page.screenshot({ path: file });
  process.stdout.write(`${file}\n`);
}

await build({ logLevel: 'warn' });
const server = await preview({ preview: { host: '127.0.0.1', port: 0 } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch(launchOptions(findBrowser()));
try {
  for (const theme of themes) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 2,
      locale: 'en-US',
    });
    page.setDefaultTimeout(120_000);
    await takePicture(
      page,
      `${address}?lang=en&theme=${theme}`,
      `${folder}/screenshot-${theme}.png`,
    );
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
