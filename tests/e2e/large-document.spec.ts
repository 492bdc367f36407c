import type { Page } from '@playwright/test';
import { serviceTree } from '../canvas/generated-document';
import { expect, test } from './app';

/** A tree of services, called by its name. */
async function openServices(page: Page, id: string, count: number): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: `${id}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...serviceTree(count, 5), id })),
  });
}

test('a large diagram has a map of itself that leads elsewhere, a small one has none', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en');
  await page.keyboard.press('Space');
  const map = page.getByRole('img', { name: 'Map of the whole diagram' });
  await expect(map).toHaveCount(0);
  await openServices(page, 'services', 120);
  await expect(map).toBeVisible();
  const viewport = page.locator('.react-flow__viewport');
  const before = await viewport.getAttribute('style');
  await map.click({ position: { x: 20, y: 100 } });
  await expect(viewport).not.toHaveAttribute('style', before ?? '');
});

test('a large diagram whose layout cannot be loaded stands in rows, and the next one asks for it again', async ({
  page,
  shop,
  complaints,
}) => {
  const layoutFile = /\/large-layout-[^/]*\.js$/;
  let isOffline = true;
  let askedCount = 0;
  await page.route(layoutFile, (route) => {
    askedCount += 1;
    return isOffline ? route.abort('internetdisconnected') : route.continue();
  });
  await shop.open('lang=en');
  await page.keyboard.press('Space');
  // One of the lowest: the planned layout has whole subtrees elsewhere.
  const last = page.getByRole('group', { name: /^m39,/ });
  await openServices(page, 'offline', 40);
  await expect(last).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(askedCount).toBeGreaterThan(0);
  const inRows = await last.boundingBox();

  isOffline = false;
  await openServices(page, 'online', 40);
  await expect.poll(() => last.boundingBox()).not.toEqual(inRows);
  complaints.splice(
    0,
    complaints.length,
    ...complaints.filter((text) => !/ERR_INTERNET/.test(text)),
  );
});
