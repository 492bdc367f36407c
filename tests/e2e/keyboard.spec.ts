import type { Page } from '@playwright/test';
import { expect, test } from './app';

// A trace takes a picture of the page with each of the many keys.
test.use({ trace: 'off' });

/** Presses Tab until something of this name has the focus; says what was passed when there is none. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused)) return;
    passed.push(focused);
  }
  throw new Error(`Tab never comes to ${name}. It comes to: ${passed.join(' | ')}`);
}

test('payment can be taken down and repaired with the keyboard alone', async ({ page, shop }) => {
  await shop.open();
  await tabTo(page, /^Take Payment down$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => shop.figure('Monolith', 'success')).toBe(0);
  await expect(shop.button('Repair everything')).toBeVisible();
});

test('a service on the canvas takes the keyboard, and Escape lets go of it', async ({
  page,
  shop,
}) => {
  await shop.open();
  await tabTo(page, /^Payment/);
  await page.keyboard.press('Enter');
  await expect(shop.inspector.getByRole('heading', { name: 'Payment' })).toBeVisible();
  await tabTo(page, /^Crash$/);
  await page.keyboard.press('Enter');
  await expect(shop.button('Crash')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => shop.figure('Monolith', 'success')).toBe(0);
  await page.keyboard.press('Escape');
  await expect(shop.inspector.getByRole('heading', { name: 'Payment' })).toBeHidden();
});

test('what has the focus can be seen to have it', async ({ page, shop }) => {
  await shop.open();
  const invisible: string[] = [];
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { width, height, x, y } = element.getBoundingClientRect();
      const isAway = width === 0 || height === 0 || x < -1 || y < -1;
      return isAway ? element.outerHTML.slice(0, 120) : null;
    });
    if (unseen !== null) invisible.push(unseen);
  }
  expect(invisible).toEqual([]);
});
