import { readFile } from 'node:fs/promises';
import { expect, test } from '../e2e/app';

test('the failure map fills, is taken away as a drawing, and a cell opens its run', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en');
  await shop.button('Analyse').click();
  const sheet = page.getByRole('dialog', { name: 'Analyse' });
  await sheet.getByText('Failure map').click();
  await expect(sheet.getByRole('status')).toHaveText(/^Worked out here/, { timeout: 60_000 });
  const cell = sheet.getByRole('button', { name: /^Payment down: of “Browse”/ });
  await expect(cell).toHaveText(/^(9\d(\.\d)?|100)%[0-2](\.\d)?%$/);

  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save as SVG' }).click();
  const svg = await readFile(await (await download).path(), 'utf8');
  const drawing = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { root: parsed.documentElement.tagName, cells: parsed.querySelectorAll('rect').length };
  }, svg);
  expect(drawing.root).toBe('svg');
  expect(drawing.cells).toBeGreaterThan(200);

  await cell.click();
  await expect(sheet).toBeHidden();
  await expect(shop.inspector.getByRole('button', { name: 'Lift: Payment down' })).toBeVisible();
});
