import { expect, test } from './app';
import { Finger, pointOn } from './finger';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test('a finger opens menus, cuts, zooms and moves what lies in time', async ({ page, shop }) => {
  await shop.open('lang=en&view=monolith');
  const finger = await Finger.on(page);
  const payment = page.getByRole('group', { name: 'Payment, module of Shop' });
  const pane = page.locator('.react-flow');
  await expect(pane).toContainText(/1 dot =\s\d+\srequests/);

  // A tap selects the process; one on its threads, small as they are, opens the request nearest to it.
  const unit = page.getByRole('group', { name: /^Shop,/ });
  const request = page.getByRole('region', { name: 'One request, from inside' });
  await unit.tap({ position: { x: 60, y: 14 } });
  await expect(shop.inspector).toBeVisible();
  await expect(async () => {
    await unit.tap({ position: { x: 24, y: 36 } });
    await expect(request).toBeVisible({ timeout: 2000 });
  }).toPass();
  await request.getByRole('button', { name: 'Close' }).tap();
  // A tap that stops a fling is a touch like any other, of which the browser makes no click.
  const cell = await pointOn(unit, 24, 36);
  const touch = { pointerType: 'touch', isPrimary: true, clientX: cell.x, clientY: cell.y };
  for (const type of ['pointerdown', 'pointerup']) {
    await unit.dispatchEvent(type, { ...touch, bubbles: true });
  }
  await expect(request).toBeVisible();
  await request.getByRole('button', { name: 'Close' }).tap();
  await shop.inspector.getByRole('button', { name: 'Close' }).tap();

  await finger.down(await pointOn(payment, 12, 8));
  const menu = page.getByRole('menu', { name: /Payment/ });
  await expect(menu).toBeVisible();
  await finger.up();
  await menu.getByRole('menuitem', { name: 'Take Payment down' }).tap();
  await expect(menu).toBeHidden();
  await expect(page.getByRole('group', { name: /^Shop,/ })).toContainText('down');

  const free = await pointOn(pane, 24, -40);
  await finger.down(await pointOn(payment, 12, 8));
  await finger.glide(await pointOn(payment, 12, 8), free);
  await expect(payment).toHaveClass(/is-carried/);
  await finger.up();
  const own = shop.pane('My cut');
  await expect(own.getByRole('group', { name: /^Payment, service/ })).toBeVisible();
  await own.getByRole('button', { name: 'Close' }).tap();

  const viewport = page.locator('.react-flow__viewport');
  const zoom = () => viewport.evaluate((drawn) => new DOMMatrix(drawn.style.transform).a);
  const before = await zoom();
  await finger.spread(await pointOn(pane, 120, 90), 40, 120);
  await expect.poll(zoom).toBeGreaterThan(before * 1.5);
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);

  await shop.button('Pause').tap();
  await shop.button('Expand the timeline').tap();
  const block = page.getByRole('button', { name: /^Payment down/ });
  await block.scrollIntoViewIfNeeded();
  const grip = await pointOn(block, 60, 12);
  await finger.drag(grip, { x: grip.x + 90, y: grip.y });
  await expect(block).toHaveAccessibleName(/from 00:(1|2|3)\d\.0 on/);
  const plot = page.locator('.charts-plot').first();
  await plot.scrollIntoViewIfNeeded();
  const early = await pointOn(plot, 20, 20);
  await finger.drag(early, { x: early.x + 160, y: early.y });
  await expect.poll(() => shop.clockSeconds()).toBeGreaterThan(12);
  // A tap shows the point of a line that it is near to, and one on that opens a request behind it.
  await plot.tap({ position: { x: 20, y: 12 } });
  await expect(page.locator('.trend-point')).toContainText('Tap again');
  await plot.tap({ position: { x: 22, y: 16 } });
  await expect(request).toBeVisible();
});
