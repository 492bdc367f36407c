import { readFile } from 'node:fs/promises';
import { expect, test } from '../e2e/app';

test('analyses are worked out in the browser of the reader, over a page that stands still', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en');
  const sheet = page.getByRole('dialog', { name: 'Analyse' });

  await test.step('what takes long is cancelled at once, and what the sheet covers stands still meanwhile', async () => {
    await shop.button('Analyse').click();
    await expect(sheet).toBeVisible();
    const heldAt = await shop.clockSeconds();
    await sheet.getByRole('radiogroup', { name: 'Seeds' }).locator('label').last().click();
    await sheet.getByRole('button', { name: 'Cancel' }).click();
    await expect(sheet.getByRole('status')).toHaveText('Cancelled.');
    // One picture may have been on its way.
    expect(await shop.clockSeconds()).toBeLessThanOrEqual(heldAt + 0.1);
    await page.keyboard.press('Escape');
    await shop.untilClockPasses(heldAt + 0.2);
  });

  await test.step('the laws are run, with verdicts as they come', async () => {
    await shop.button('Analyse').click();
    await sheet.getByText('How do we know?').click();
    await sheet.getByRole('button', { name: 'Run' }).click();
    const first = sheet.getByRole('row').filter({ hasText: 'mean wait, ms' }).first();
    await expect(first.getByRole('cell').last()).toHaveText(/^(agrees|consistent)$/);
    await sheet.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('the failure map fills, is taken away as a drawing, and a cell opens its run', async () => {
    await sheet.getByText('Failure map').click();
    await expect(sheet.getByRole('status')).toHaveText(/^Worked out here/, { timeout: 60_000 });
    const cell = sheet.getByRole('button', { name: /^Payment down: of “Browse”/ });
    await expect(cell).toHaveText(/^(9\d(\.\d)?|100)%[0-2](\.\d)?%$/);

    const download = page.waitForEvent('download');
    await sheet.getByRole('button', { name: 'Save as SVG' }).click();
    const svg = await readFile(await (await download).path(), 'utf8');
    const drawing = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        root: parsed.documentElement.tagName,
        cells: parsed.querySelectorAll('rect').length,
        words: parsed.documentElement.textContent,
      };
    }, svg);
    expect(drawing.root).toBe('svg');
    expect(drawing.cells).toBeGreaterThan(200);
    expect(drawing.words).toMatch(/Failure map · Online shop[\s\S]*within its objective/);

    await cell.click();
    await expect(sheet).toBeHidden();
    // The very run: broken five seconds after its start, seen from a second before; the page's own is another line.
    await expect(shop.inspector.getByRole('button', { name: 'Lift: Payment down' })).toBeVisible();
    await shop.untilClockPasses(5);
    await shop.button('Pause').click();
    await page.keyboard.press('Home');
    await expect(shop.inspector.getByRole('button', { name: 'Lift: Payment down' })).toBeHidden();
  });
});
