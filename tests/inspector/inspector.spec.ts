import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { objections } from '../e2e/objections';
import type { ShopPage } from '../e2e/shop-page';

/** Opens the microservices alone, at rest, with a part selected. */
async function openAt(shop: ShopPage, part: string, query = 'lang=en'): Promise<void> {
  await shop.open(`${query}&view=microservices`);
  await shop.page.keyboard.press('Space');
  await partOf(shop.page, part).click({ position: { x: 20, y: 8 } });
  await expect(shop.inspector.getByRole('heading', { level: 2 })).toContainText(part);
}

function partOf(page: Page, name: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^${name},`) });
}

/** Types a number as a reader does, and takes it over with Enter. */
async function type(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.fill(text);
  await field.press('Enter');
}

test('callers, processes and customers are changed in the inspector, and each change goes back', async ({
  page,
  shop,
}) => {
  await openAt(shop, 'Payment');
  const { inspector } = shop;

  await test.step('a typed number counts, an impossible one is refused with the reason, and each goes back', async () => {
    const threads = inspector.getByRole('spinbutton', { name: 'Threads per replica' });
    await type(threads, '0');
    await expect(inspector.getByRole('alert')).toHaveText('At least 1.');
    await expect(threads).toHaveAttribute('aria-invalid', 'true');
    await threads.press('Escape');
    await expect(threads).toHaveValue('20');
    await type(threads, '64');
    await expect(inspector.getByRole('slider', { name: 'Threads per replica' })).toHaveAttribute(
      'aria-valuetext',
      '64',
    );
    await shop.button('Back to 20').click();
    await expect(threads).toHaveValue('20');

    // The machine belongs to the document: the run is computed anew, and comes back to its instant.
    await inspector.getByText('Machine and price').click();
    const cores = inspector.getByRole('spinbutton', { name: 'Cores per replica' });
    const instant = await shop.clockSeconds();
    await type(cores, '0,5');
    await expect(cores).toHaveValue('0.5');
    await expect.poll(() => shop.clockSeconds()).toBeCloseTo(instant, 0);
    await type(cores, '0');
    await expect(inspector.getByRole('alert')).toHaveText('Must be above 0.');
    await inspector.getByRole('button', { name: 'Back to 0.25' }).click();
    await expect(cores).toHaveValue('0.25');
  });

  await test.step('several processes are changed together, and each goes back to its own', async () => {
    await partOf(page, 'Catalog').click({ position: { x: 20, y: 8 } });
    await partOf(page, 'Payment').click({ position: { x: 20, y: 8 }, modifiers: ['Shift'] });
    await expect(inspector.getByRole('heading', { name: '2 processes' })).toBeVisible();
    const replicas = inspector.getByRole('spinbutton', { name: 'Replicas' });
    await expect(replicas).toHaveAttribute('placeholder', 'mixed');
    await type(replicas, '5');
    await expect(replicas).toHaveValue('5');
    await inspector.getByRole('button', { name: 'Back to mixed' }).click();
    await expect(replicas).toHaveValue('');
  });

  await test.step('the customers come in another shape and for other things', async () => {
    await page.locator('[data-id="clients"]').click();
    await inspector.getByRole('combobox', { name: 'Pattern' }).selectOption('burst');
    await expect(inspector.getByRole('img', { name: /^From 1 to 10 times/ })).toBeVisible();
    await type(inspector.getByRole('spinbutton', { name: 'Browse' }), '20');
    await expect(inspector.getByRole('spinbutton', { name: 'Search' })).toHaveValue('50');
    await inspector.getByRole('combobox', { name: 'Customers' }).selectOption('closed');
    await expect(inspector.getByRole('spinbutton', { name: 'Customers' })).toHaveValue('1000');
  });
});

test('what a caller does is switched on, changed and taken back with the keyboard alone', async ({
  page,
  shop,
}) => {
  await openAt(shop, 'Payment');
  const { inspector } = shop;
  const retries = inspector.getByRole('switch', { name: 'Retries' });
  await expect(retries).not.toBeChecked();
  await retries.focus();
  await retries.press('Space');
  await expect(retries).toBeChecked();

  const most = inspector.getByRole('spinbutton', { name: 'At most' });
  await most.focus();
  await most.press('ArrowUp');
  await expect(most).toHaveValue('3');
  await expect(inspector.getByRole('button', { name: 'Retries: Adjust (3)' })).toBeVisible();

  const back = inspector.getByRole('button', { name: 'Back to off' });
  await back.focus();
  await back.press('Enter');
  await expect(retries).not.toBeChecked();
  await expect(back).toBeHidden();

  // The same, but without this breaker: what would have been stays in the chart, computed ahead.
  await inspector.getByRole('button', { name: 'The same, but without this breaker' }).click();
  await expect(inspector.getByRole('switch', { name: 'Circuit breaker' })).not.toBeChecked();
  await expect(page.locator('.trend-ghost').last()).toHaveAttribute('d', /L/);
});

test('a whole process is released with a flaw, cut off from its database and moved away from it', async ({
  shop,
}) => {
  await shop.open('lang=en&view=monolith');
  await shop.page.keyboard.press('Space');
  await partOf(shop.page, 'Shop').click({ position: { x: 20, y: 8 } });
  const { inspector } = shop;
  await inspector.getByText('Release a version').click();
  await inspector.getByRole('combobox', { name: 'What changes' }).selectOption('Payment');
  await inspector.getByRole('combobox', { name: 'Flaw' }).selectOption('leaks memory');
  await type(inspector.getByRole('spinbutton', { name: 'Memory leak' }), '80');
  await expect(inspector).toContainText('Monolith: Shop is replaced, with everything in it.');
  await expect(inspector).toContainText('Microservices: only its own process is replaced.');
  await inspector.getByRole('button', { name: 'Release Payment' }).click();
  await expect(inspector.getByRole('status')).toHaveText(
    'Released: rolling. Its flaw: leaks memory (80\u00a0MiB/s).',
  );
  await expect(partOf(shop.page, 'Shop')).toContainText('new 0/2');
  await inspector.getByRole('button', { name: 'Roll back' }).click();
  await expect(inspector.getByRole('status')).toBeHidden();

  await inspector.getByText('Network', { exact: true }).click();
  const links = inspector.getByRole('group', { name: /^Payment → / });
  const cut = links.first().getByRole('button', { name: 'Cut' });
  await cut.click();
  await expect(cut).toHaveAttribute('aria-pressed', 'true');
  await cut.click();
  await expect(cut).toHaveAttribute('aria-pressed', 'false');
  const delay = inspector.getByRole('spinbutton', { name: 'Delay each way' });
  await type(delay, '20');
  await expect(delay).toHaveValue('20');
  await inspector.getByRole('button', { name: 'Back to 0.5' }).click();
  await expect(delay).toHaveValue('0.5');
});

for (const { name, width, height } of [
  { name: 'a page at twice its size', width: 720, height: 450 },
  { name: 'a phone', width: 390, height: 844 },
]) {
  test(`the inspector has room on ${name}, and axe finds nothing to object to`, async ({
    shop,
  }) => {
    const { page } = shop;
    await page.setViewportSize({ width, height });
    await openAt(shop, 'Pago', 'lang=es&theme=dark');
    const groups = page.locator('.app-inspector summary');
    for (const group of await groups.all()) await group.click();
    await expect(page.getByRole('spinbutton', { name: 'Núcleos por réplica' })).toBeVisible();
    const surplus = await page
      .locator('.app-inspector')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(surplus).toBeLessThanOrEqual(0);
    expect(await objections(page, '.app-inspector')).toEqual([]);
  });
}
