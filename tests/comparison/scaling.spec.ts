import { readFile } from 'node:fs/promises';
import { expect, test } from '../e2e/app';

test('the scaling curve finds the cheapest size for every load and where none is enough', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en');
  await shop.button('Analyse').click();
  const sheet = page.getByRole('dialog', { name: 'Analyse' });
  await sheet.getByText('Scaling', { exact: true }).click();
  await sheet.getByRole('button', { name: 'Run' }).click();
  await expect(sheet.getByRole('status')).toHaveText(/^Worked out here/, { timeout: 80_000 });
  const row = (load: string) => sheet.getByRole('row').filter({ hasText: load });
  await expect(row('200/s').getByRole('cell').first()).toHaveText(/^\$0\.\d\d$/);
  await expect(row('800/s').getByRole('cell').first()).toHaveText('no size is enough (Database)');
  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save as CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(1 + 7 * 2);
});
