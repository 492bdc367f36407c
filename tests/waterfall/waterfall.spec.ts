import { readFile } from 'node:fs/promises';
import { expect, test } from '../e2e/app';

test('a request is told from inside in both cuts, stepped through, and taken away', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en&fail=card-processor:slow:50');
  await shop.untilClockPasses(3);
  await shop.button('One request').click();
  const sheet = page.getByRole('region', { name: 'One request, from inside' });
  const tables = sheet.getByRole('table');
  await expect(tables).toHaveCount(2, { timeout: 60_000 });
  await expect(sheet.getByText(/which came at 00:0/)).toBeVisible();
  await expect(tables.first()).toHaveAccessibleName('Monolith, span by span');

  // The graph follows each step: the clock stands at the span's instant, its unit is selected.
  await sheet.getByRole('button', { name: 'Next step' }).click();
  await sheet.getByRole('button', { name: 'Next step' }).click();
  const [, second] = await tables.first().locator('tbody').getByRole('button').all();
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  const standing = await shop.clockSeconds();
  await second.press('ArrowDown');
  const third = tables.first().locator('tbody').getByRole('button').nth(2);
  await expect(third).toBeFocused();
  await expect(third).toHaveAttribute('aria-pressed', 'true');
  expect(await shop.clockSeconds()).toBeGreaterThanOrEqual(standing);
  await expect(shop.inspector.getByRole('heading').first()).not.toHaveText('');

  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save as OTLP JSON' }).click();
  const traces = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(traces.resourceSpans.length).toBeGreaterThan(1);

  await sheet.getByRole('button', { name: 'One that failed' }).click();
  await expect(sheet.getByRole('status')).toHaveText('None has failed so far in Monolith.', {
    timeout: 60_000,
  });
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(sheet).toBeHidden();
});
