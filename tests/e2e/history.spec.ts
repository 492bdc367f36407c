import { expect, test } from './app';

test('a link says what it cannot carry, and what is done is undone, redone and survives a reload', async ({
  page,
  shop,
}) => {
  await page.goto('./?lang=en#s=nonsense');

  await test.step('a damaged link opens the shop and says so; the share dialog gives link and file', async () => {
    await expect(
      page.getByText('What the link carries is damaged or of another version.'),
    ).toBeVisible();
    await shop.untilClockPasses(0.2);
    await shop.button('Share').click();
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await expect(dialog.getByLabel('Link')).toHaveValue(/\?lang=en$/);
    const saved = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save as file' }).click();
    expect((await saved).suggestedFilename()).toBe('shop.yaml');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(shop.button('Share')).toBeFocused();
  });

  await test.step('a document that is pasted is opened, or refused with places and remedies', async () => {
    const paste = (text: string) =>
      page.evaluate((given) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', given);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
      }, text);
    await paste('just a word');
    await paste('version: 1\nmodules: []\n');
    const refusal = page.getByRole('dialog', { name: /clipboard\.yaml/ });
    await expect(refusal.getByRole('listitem').filter({ hasText: 'deployments' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(refusal).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Online shop');
  });

  await test.step('what was done is undone and redone, and survives a reload', async () => {
    await shop.command('take payment down');
    const payment = shop.pane('Microservices').getByRole('group', { name: /^Payment, service/ });
    await expect(payment).toContainText('down');
    await expect(shop.button('Undo: Payment down')).toBeEnabled();
    await page.keyboard.press('Control+z');
    await expect(
      page.getByRole('status').filter({ hasText: 'Undone: Payment down' }),
    ).toBeVisible();
    await expect(payment).not.toContainText('down');
    await shop.button('Redo: Payment down').click();
    await expect(payment).toContainText('down');
    await expect(page).toHaveURL(/#s=(?!nonsense)/);
    const clickedAtSeconds = await shop.clockSeconds();
    await page.reload();
    await expect(payment).toBeVisible();
    await shop.choose('Speed', '10×');
    await shop.untilClockPasses(clickedAtSeconds);
    await expect(payment).toContainText('down');
  });
});

test('what would have been stays as a branch: in the chart, in the list, and to compare with', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en');
  await shop.choose('Speed', '10×');
  await shop.untilClockPasses(8);
  await shop.command('0:03');
  await expect.poll(() => shop.clockSeconds()).toBe(3);
  await shop.command('take orders down');
  await expect(page.locator('.trend-ghost')).toHaveCount(2);
  await shop.button('Branches (1)').click();
  const dialog = page.getByRole('dialog', { name: 'Branches of this run' });
  await expect(dialog.getByLabel('Name of the branch')).toHaveValue('Before: Orders down');
  await expect(page).toHaveURL(/#s=/);
  await page.waitForFunction(() => localStorage.getItem('faultline:branches') !== null);
  await page.reload();
  // Its figures are computed again.
  const ghosts = page.locator('.trend-ghost');
  await expect(ghosts).toHaveCount(2);
  await page.keyboard.press('Space');
  await expect(ghosts.first()).toHaveAttribute('d', /L/);
  await shop.button('Branches (1)').click();
  const name = dialog.getByLabel('Name of the branch');
  await expect(name).toHaveValue('Before: Orders down');
  // A name that is dropped half-way changes nothing and leaves the list open; what is deleted can be had back.
  await name.fill('half a na');
  await name.press('Escape');
  await expect(name).toHaveValue('Before: Orders down');
  await dialog.getByRole('button', { name: 'Delete “Before: Orders down”' }).click();
  await expect(name).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Have it back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(name).toHaveValue('Before: Orders down');
  // Also later, when something else has been done.
  await dialog.getByRole('button', { name: 'Delete “Before: Orders down”' }).click();
  await page.keyboard.press('Escape');
  await shop.command('slow catalog down');
  await shop.button('Branches').click();
  await dialog.getByRole('button', { name: 'Have it back' }).click();
  await expect(name).toHaveValue('Before: Orders down');
  await dialog.getByRole('button', { name: 'Compare 30 s of both' }).click();
  await expect(dialog.getByText(/Monolith: .* requests fewer\./)).toBeVisible();
  await dialog.getByRole('button', { name: 'Show' }).click();
  await expect(shop.button('Undo: going over to “Before: Orders down”')).toBeEnabled();
  const orders = shop.pane('Microservices').getByRole('group', { name: /^Orders, service/ });
  await expect(orders).not.toContainText('down');
});
