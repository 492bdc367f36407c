import type { Page } from '@playwright/test';
import { wallStepLimitMs } from '../../src/playback/pace';
import { paymentDown } from '../../src/stories/payment-down';
import { expect, test } from './app';
import { crashResponse, seenFrames, watchFrames } from './seen-frames';

/** How many frames come from the worker while the page draws so many pictures. */
async function framesDuring(page: Page, pictures: number): Promise<number> {
  return page.evaluate(async (count) => {
    const before = window.seenFrames.length;
    for (let picture = 0; picture < count; picture += 1) {
      await new Promise(requestAnimationFrame);
    }
    return window.seenFrames.length - before;
  }, pictures);
}

/** Says to the page that it can or cannot be seen, as the browser does when the tab changes. */
async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

test('a run rests while it is hidden, and shows what is done to it at once', async ({
  page,
  shop,
}) => {
  await watchFrames(page);
  await shop.open();

  await test.step('stands still while the tab is hidden, and goes on without a jump', async () => {
    await setHidden(page, true);
    // What was asked before may still be answered; after that nothing comes for many pictures.
    await expect.poll(() => framesDuring(page, 20)).toBe(0);
    const hiddenAt = (await seenFrames(page)).length - 1;
    await setHidden(page, false);
    await page.waitForFunction((count) => window.seenFrames.length > count, hiddenAt + 3);
    const frames = await seenFrames(page);
    const [held, first, second] = frames.slice(hiddenAt);
    // The first one only starts the clock again.
    expect(first.timeMs).toBe(held.timeMs);
    // The next one shows at most as much as the player makes up for between two pictures.
    expect(second.timeMs - held.timeMs).toBeLessThanOrEqual(wallStepLimitMs);
    expect(first.wallMs - held.wallMs).toBeGreaterThan(2 * wallStepLimitMs);
  });

  await test.step('shows a click in the very next frames, at any speed', async () => {
    for (const speed of ['1×', '60×']) {
      await shop.choose('Speed', speed);
      // One frame may have been on its way when the click came.
      expect((await crashResponse(page, 'Take Payment down')).frames).toBeLessThanOrEqual(2);
      // As if nobody had clicked: what is only repaired would happen again in the run that goes on.
      await page.keyboard.press('ControlOrMeta+z');
      await page.waitForFunction(() =>
        window.seenFrames.at(-1)?.crashed.every((count) => count === 0),
      );
    }
  });

  await test.step('shows a fault in a pause at once, and no time passes', async () => {
    await shop.button('Pause').click();
    await expect(shop.button('Play')).toBeVisible();
    await crashResponse(page, 'Take Payment down');
    const [before, after] = (await seenFrames(page)).slice(-2);
    expect(before.crashed).toEqual([0, 0]);
    expect(after.timeMs).toBe(before.timeMs);
  });
});

test('goes back in a story without running it from the start again', async ({ page, shop }) => {
  const steps = paymentDown.steps;
  const goTo = async (index: number) => {
    await shop.button(`Step ${index + 1} of ${steps.length}`).click();
    await expect.poll(async () => (await seenFrames(page)).at(-1)?.timeMs).toBe(steps[index].atMs);
  };
  await watchFrames(page);
  await page.goto('./?lang=en&story=payment-down');
  await goTo(steps.length - 1);
  await goTo(2);
  const resumed = await page.evaluate(() => window.readyAtMs.at(-1));
  expect(resumed).toBeGreaterThan(steps[2].atMs / 2);
  expect(resumed).toBeLessThanOrEqual(steps[2].atMs);
});

test('a simulation that cannot be loaded says so, and starts over on demand', async ({
  page,
  complaints,
}) => {
  await page.route('**/worker-*.js', (route) => route.abort());
  await page.goto('./?lang=en');
  await expect(page.getByText('The simulation has stopped')).toBeVisible();
  // Some browsers complain of the script that did not arrive: that is the case of this test.
  complaints.length = 0;

  await page.unroute('**/worker-*.js');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByText('The simulation has stopped')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeEnabled();
});
