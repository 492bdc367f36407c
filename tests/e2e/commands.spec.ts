import { expect, test } from './app';

test('commands are found in the diagram, in a menu and in the palette, by keys alone too', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en');
  const pane = shop.pane('Microservices');

  await test.step('the keys for a menu open it, even if they are the first that anybody presses', async () => {
    const catalog = pane.getByRole('group', { name: /^Catalog, service/ });
    const menu = page.getByRole('menu', { name: 'Commands for Catalog' });
    // What answers them is still on its way.
    await page.route(/\/(part-menu|command-surface)-/, async (route) => {
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
      await route.continue();
    });
    await catalog.focus();
    await page.keyboard.press('Shift+F10');
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await page.keyboard.press('Space');
  });

  await test.step('arrow keys walk through the diagram, and ? shows every shortcut', async () => {
    await pane.getByRole('group', { name: 'Clients of the shop' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(pane.getByRole('group', { name: /^Web server, service/ })).toBeFocused();
    await page.keyboard.press('?');
    const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(shortcuts).toContainText('Play or pause');
    await page.keyboard.press('Escape');
    await expect(shortcuts).toBeHidden();
  });

  await test.step('a part has a menu by right click and by keyboard', async () => {
    const orders = pane.getByRole('group', { name: /^Orders, service/ });
    await orders.click({ button: 'right' });
    const menu = page.getByRole('menu', { name: 'Commands for Orders' });
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await orders.focus();
    await page.keyboard.press('Shift+F10');
    await expect(menu).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Take Orders down' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(menu).toBeHidden();
    await expect(orders).toContainText('down');
    await expect(orders).toBeFocused();

    // Many objects of one deed are a step of their own, and Escape leads back from there.
    await page.keyboard.press('Shift+F10');
    const deed = menu.getByRole('menuitem', { name: 'Merge Orders into…' });
    await deed.focus();
    await page.keyboard.press('ArrowRight');
    await expect(menu.getByRole('menuitem', { name: 'Web server' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(deed).toBeFocused();
    await deed.click();
    await menu.getByRole('menuitem', { name: 'Back: Merge Orders into…' }).click();
    await expect(deed).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
  });

  await test.step('so has each call that the inspector lists', async () => {
    await page.keyboard.press('Enter');
    const call = shop.inspector.getByRole('button', { name: 'Payment: See the call' });
    await call.press('Shift+F10');
    await page.getByRole('menuitem', { name: /^Take the timeout off Orders → Payment/ }).click();
    await expect(call).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: /^Put a timeout on Orders/ })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the palette finds a command by a few letters, and the keys do it', async () => {
    await page.keyboard.press('Control+k');
    const search = page.getByRole('combobox', { name: 'Search for what to do' });
    await expect(search).toBeFocused();
    await search.fill('payment down');
    await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toHaveText(
      'Take Payment down',
    );
    await page.keyboard.press('Enter');
    await expect(search).toBeHidden();
    await expect(shop.inspector.getByText('Payment down', { exact: false }).first()).toBeVisible();
  });

  await test.step('and what else the page shows, under the names that people have for it', async () => {
    await shop.command('what do the dots mean');
    await expect(page.getByRole('region', { name: 'What you see here' })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await shop.command('percentiles');
    await expect(shop.button('Collapse the timeline')).toBeVisible();
    await shop.command('collapse the timeline');
    await expect(shop.button('Expand the timeline')).toBeVisible();
  });
});
