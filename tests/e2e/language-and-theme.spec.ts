import type { Page } from '@playwright/test';
import { expect, test } from './app';

test('the address chooses the language, the switch changes it, and a reload keeps it', async ({
  page,
  shop,
}) => {
  await shop.open('lang=es');
  await page.keyboard.press('Space');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(shop.pane('Monolito')).toBeVisible();

  // Parts are named in it too.
  const catalog = shop.pane('Microservicios').getByRole('group', { name: /^Catálogo,/ });
  await expect(catalog).toHaveAccessibleDescription(/Intro/);
  await expect(shop.pane('Monolito').getByRole('button', { name: 'Ordenar' })).toBeVisible();

  await shop.choose('Idioma', 'EN');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(shop.pane('Monolith')).toBeVisible();
  await expect(page).toHaveURL(/lang=en/);
  await page.reload();
  await expect(shop.pane('Monolith')).toBeVisible();
});

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test.describe('without a wish in the address', () => {
  test.use({ locale: 'es-MX' });

  test('the browser chooses the language, and the system the theme', async ({ page, shop }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await shop.open('');
    await page.keyboard.press('Space');
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    const light = await paper(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => paper(page)).not.toBe(light);
  });
});

test('what is asked to be dark is dark before the page has come', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  let goOn = () => {};
  const isHeld = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route('**/index-*.js', async (route) => {
    await isHeld;
    await route.continue();
  });
  await page.goto('./?embed=1&theme=dark', { waitUntil: 'commit' });
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(16, 19, 26)');
  await expect(page.locator('#page')).toBeEmpty();
  goOn();
  await expect(page.locator('main')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the address chooses the theme, and a value that does not exist is told and left aside', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en&theme=dark&view=nowhere&fail=paymnet');
  await page.keyboard.press('Space');

  await test.step('a value that does not exist is told and left aside', async () => {
    await expect(page.getByText('paymnet')).toBeVisible();
    await expect(page.getByText('nowhere')).toBeVisible();
    await expect(shop.pane('Monolith')).toBeVisible();
  });

  await test.step('the address chooses the theme, the switch changes it', async () => {
    const dark = await paper(page);
    await shop.button(/^Theme/).click();
    await expect.poll(() => paper(page)).not.toBe(dark);
    await shop.button(/^Theme/).click();
    await shop.button(/^Theme/).click();
    await expect.poll(() => paper(page)).toBe(dark);
  });
});
