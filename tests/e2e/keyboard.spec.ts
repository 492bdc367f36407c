import type { Page } from '@playwright/test';
import { expect, test } from './app';

// A trace takes a picture of the page with each of the many keys.
test.use({ trace: 'off' });

interface Stop {
  name: string;
  /** Its beginning in the page, where it cannot be seen to have the focus. */
  unseen: string | null;
}

/** Presses Tab until something of this name has the focus, and tells where it stopped on the way. */
async function tabTo(page: Page, name: RegExp): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return { name: '', unseen: null };
      const { width, height, x, y } = element.getBoundingClientRect();
      const isAway = width === 0 || height === 0 || x < -1 || y < -1;
      return {
        name: element.getAttribute('aria-label') ?? element.textContent ?? '',
        unseen: isAway ? element.outerHTML.slice(0, 120) : null,
      };
    });
    stops.push(stop);
    if (name.test(stop.name)) return stops;
  }
  throw new Error(`Tab never comes to ${name}. It comes to: ${stops.map((stop) => stop.name)}`);
}

test('the page is worked with the keyboard alone', async ({ page, shop }) => {
  await shop.open();
  // The run rests, and digits move it: so the many keys do not wait for its pictures.
  await page.keyboard.press('Space');
  await expect(shop.button('Play')).toBeVisible();
  const stops: Stop[] = [];

  await test.step('payment can be taken down, and that be undone', async () => {
    stops.push(...(await tabTo(page, /^Take Payment down$/)));
    await page.keyboard.press('Enter');
    await page.keyboard.press('4');
    await expect.poll(() => shop.figure('Monolith', 'success')).toBe(0);
    await expect(shop.button('Repair everything')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => shop.figure('Monolith', 'success')).toBeGreaterThan(0);
  });

  await test.step('a service on the canvas takes the keyboard, and Escape lets go of it', async () => {
    stops.push(...(await tabTo(page, /^Payment/)));
    await page.keyboard.press('Enter');
    await expect(shop.inspector.getByRole('heading', { name: 'Payment' })).toBeVisible();
    stops.push(...(await tabTo(page, /^Crash$/)));
    await page.keyboard.press('Enter');
    await expect(shop.button('Crash')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('8');
    await expect.poll(() => shop.figure('Monolith', 'success')).toBe(0);
    await page.keyboard.press('Escape');
    await expect(shop.inspector.getByRole('heading', { name: 'Payment' })).toBeHidden();
  });

  await test.step('what has the focus can be seen to have it', async () => {
    expect(stops.length).toBeGreaterThan(24);
    expect(stops.map(({ unseen }) => unseen).filter((unseen) => unseen !== null)).toEqual([]);
  });
});
