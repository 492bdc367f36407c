import { expect, test } from '../e2e/app';

test('the laws are run in the browser of the reader, with verdicts as they come', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en');
  await shop.button('Analyse').click();
  const sheet = page.getByRole('dialog', { name: 'Analyse' });
  await sheet.getByText('How do we know?').click();
  await sheet.getByRole('button', { name: 'Run' }).click();
  const first = sheet.getByRole('row').filter({ hasText: 'mean wait, ms' }).first();
  await expect(first.getByRole('cell').last()).toHaveText(/^(agrees|consistent)$/);
  await sheet.getByRole('button', { name: 'Cancel' }).click();
});
