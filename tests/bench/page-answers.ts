import type { Page } from '@playwright/test';
import { crashResponse, watchFrames } from '../e2e/seen-frames.ts';
import { ShopPage } from '../e2e/shop-page.ts';

const rounds = 10;

/** From a click that breaks something to the picture that shows it, at a watcher's speed and at the fastest segment. */
export async function benchAnswers(
  page: Page,
  address: string,
  say: (what: string, figures: object) => void,
): Promise<void> {
  const shop = new ShopPage(page);
  await watchFrames(page);
  await page.goto(`${address}?lang=en`);
  await shop.untilClockPasses(2);
  for (const speed of ['1×', '60×']) {
    await shop.choose('Speed', speed);
    const timesMs: number[] = [];
    while (timesMs.length < rounds) {
      timesMs.push((await crashResponse(page, 'Take Payment down')).ms);
      // As if nobody had clicked: what is only repaired would happen again in the run that goes on.
      await page.keyboard.press('ControlOrMeta+z');
      await page.waitForFunction(() =>
        window.seenFrames.at(-1)?.crashed.every((count) => count === 0),
      );
    }
    timesMs.sort((one, other) => one - other);
    say(`click to picture at ${speed}`, {
      medianMs: Math.round(timesMs[rounds / 2]),
      worstMs: Math.round(timesMs[rounds - 1]),
    });
  }
}
