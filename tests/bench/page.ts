/**
 * `npm run bench:page`: how smooth the page is in a real browser. A story that
 * is played, its memory (`--minutes 10`, at normal speed; 1 if not said), how
 * soon twenty seeds show their bands, and any instant its picture; 50 services under so much traffic that
 * about 2,000 dots are on their way, and 500 services that are opened, moved
 * and zoomed; then the time from a click to the picture that shows it. `--json`
 * prints JSON lines. The page is built and served from a folder for temporary
 * files. A dot is counted where it is painted: as a circle filled by itself.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { findBrowser } from '../../scripts/find-browser.ts';
import { launchOptions } from '../../scripts/launch-options.ts';
import { busyFifty, serviceTree } from '../canvas/generated-document.ts';
import { benchAnswers } from './page-answers.ts';
import { benchPlaying } from './page-playing.ts';
import { benchSeeks } from './page-seeks.ts';
import { instrument, measured, say } from './smoothness.ts';

const measuredMs = 5000;
const warmUpMs = 4000;
const steps = 120;

/** How long it takes until the parts in sight are on the page, ms. */
async function open(page: Page, address: string, file: string, partCount: number): Promise<number> {
  await page.goto(`${address}?lang=en&theme=light`);
  await page.locator('.unit').first().waitFor();
  const from = performance.now();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForFunction(
    (least) => document.querySelectorAll('.react-flow__node').length >= least,
    partCount,
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))));
  return performance.now() - from;
}

/** Somebody drags over the free canvas, or turns the wheel, one step each picture. */
async function drag(page: Page): Promise<void> {
  const { x, y } = await freePlace(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.move(x + 60 * Math.sin(step / 12), y + 60 * Math.cos(step / 12));
  }
  await page.mouse.up();
}

async function zoom(page: Page): Promise<void> {
  const { x, y } = await freePlace(page);
  await page.mouse.move(x, y);
  for (let step = 0; step < steps; step += 1) {
    await page.mouse.wheel(0, step < steps / 2 ? -40 : 40);
  }
}

async function freePlace(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.react-flow__pane').first().boundingBox();
  if (box === null) throw new Error('No diagram is on the page.');
  return { x: box.x + 20, y: box.y + box.height - 20 };
}

const folder = await mkdtemp(path.join(tmpdir(), 'bench-page-'));
await build({ logLevel: 'error', build: { outDir: path.join(folder, 'page') } });
const server = await preview({
  build: { outDir: path.join(folder, 'page') },
  preview: { host: '127.0.0.1', port: 0 },
});
const browser = await chromium.launch(launchOptions(findBrowser()));
try {
  const address = server.resolvedUrls?.local[0] ?? '';
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // The compiler names functions with a helper of its own, which the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(instrument);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const wait = (ms: number) => () => setTimeout(ms, undefined);

  await benchPlaying(page, session, address);
  await benchSeeks(page, address, say);

  const fifty = path.join(folder, 'fifty.json');
  await writeFile(fifty, JSON.stringify(busyFifty(55)));
  await open(page, address, fifty, 50);
  await setTimeout(warmUpMs);
  say('50 services, playing', await measured(page, session, wait(measuredMs)));
  await page.keyboard.press('Space');
  await setTimeout(500);
  say('50 services, paused', await measured(page, session, wait(measuredMs)));

  const many = path.join(folder, 'many.json');
  await writeFile(many, JSON.stringify(serviceTree(500, 2)));
  const openedMs = Math.round(await open(page, address, many, 50));
  say('500 services, opening', { openedMs });
  await setTimeout(warmUpMs);
  say('500 services, playing', await measured(page, session, wait(measuredMs)));
  say('500 services, dragging', await measured(page, session, () => drag(page)));
  say('500 services, zooming', await measured(page, session, () => zoom(page)));

  const answering = await browser.newPage({ locale: 'en-US' });
  await answering.addInitScript('globalThis.__name = (named) => named');
  await benchAnswers(answering, address, say);
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
