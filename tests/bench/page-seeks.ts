import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { ShopPage } from '../e2e/shop-page.ts';

const seekCount = 60;
const durationMs = 90_000;
/** Between two seeks, so that each begins where nothing is under way. */
const restMs = 120;
/** So long the pointer is at the timeline before the first one. */
const nearMs = 1500;

/**
 * From the wish to see another instant of a 90-second story to the picture that shows it, all over the
 * run: shortly after a pointer has come to the timeline, and once every instant has been seen.
 */
export async function benchSeeks(
  page: Page,
  address: string,
  say: (what: string, figures: object) => void,
): Promise<void> {
  const shop = new ShopPage(page);
  await page.goto(`${address}?lang=en&theme=light&story=payment-down`);
  await shop.untilClockPasses(1);
  await page.keyboard.press('Space');
  await page.getByRole('timer').hover();
  await setTimeout(nearMs);
  // The least instant is that of the first question: no place is sought twice in a row.
  const instants = Array.from(
    { length: seekCount },
    (_, nth) => 500 + ((nth * 33_391) % durationMs),
  );
  for (const round of ['for the first time', 'again']) {
    const tookMs = await page.evaluate(seekAll, { instants, restMs });
    tookMs.sort((one, other) => one - other);
    const quantileMs = (share: number) => Math.round(tookMs[Math.floor(share * (seekCount - 1))]);
    say(`seek to picture, ${round}`, {
      medianMs: quantileMs(0.5),
      p95Ms: quantileMs(0.95),
      worstMs: quantileMs(1),
    });
  }
}

/** Runs in the page. */
async function seekAll({ instants, restMs }: { instants: number[]; restMs: number }) {
  const playhead = document.querySelector('input.playhead') as HTMLInputElement;
  const clock = document.querySelector('[role=timer]') as HTMLElement;
  // React keeps the value of its own field: the browser's setter tells it of the change.
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const tookMs: number[] = [];
  for (const instant of instants) {
    const before = clock.textContent;
    const fromMs = performance.now();
    setValue?.call(playhead, String(instant));
    playhead.dispatchEvent(new Event('input', { bubbles: true }));
    while (clock.textContent === before) await new Promise(requestAnimationFrame);
    tookMs.push(performance.now() - fromMs);
    await new Promise((done) => window.setTimeout(done, restMs));
  }
  return tookMs;
}
