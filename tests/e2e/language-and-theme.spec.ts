import { expect, test } from './app';

test('the address chooses the language, the switch changes it, and a reload keeps it', async ({
  page,
  shop,
}) => {
  await shop.open('lang=es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(shop.pane('Monolito')).toBeVisible();
  await shop.choose('Idioma', 'EN');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(shop.pane('Monolith')).toBeVisible();
  await expect(page).toHaveURL(/lang=en/);
  await page.reload();
  await expect(shop.pane('Monolith')).toBeVisible();
});

test.describe('without a wish in the address', () => {
  test.use({ locale: 'es-MX' });

  test('the browser chooses the language', async ({ page, shop }) => {
    await shop.open('');
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  });
});

test('the address chooses the theme, the switch changes it', async ({ page, shop }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await shop.open('lang=en&theme=dark');
  const dark = await paper();
  await shop.button(/^Theme/).click();
  await expect.poll(paper).not.toBe(dark);
  await shop.button(/^Theme/).click();
  await shop.button(/^Theme/).click();
  await expect.poll(paper).toBe(dark);
});

test('without a wish the system chooses the theme', async ({ page, shop }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await shop.open();
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(paper).not.toBe(light);
});

test('a value that does not exist is told and left aside', async ({ page, shop }) => {
  await shop.open('lang=en&view=nowhere&fail=paymnet');
  await expect(page.getByText('paymnet')).toBeVisible();
  await expect(page.getByText('nowhere')).toBeVisible();
  await expect(shop.pane('Monolith')).toBeVisible();
});
