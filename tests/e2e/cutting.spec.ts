import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';

async function carry(page: Page, part: Locator, to: { x: number; y: number }): Promise<void> {
  const box = await part.boundingBox();
  if (box === null) throw new Error('The part is not on the page.');
  const { mouse } = page;
  await mouse.move(box.x + 12, box.y + 8);
  await mouse.down();
  await mouse.move((box.x + to.x) / 2, (box.y + to.y) / 2);
  await mouse.move(to.x, to.y);
}

/** Where a part stands in its diagram, to the nearest two pixels. */
function placeOf(part: Locator): Promise<number[]> {
  return part.evaluate(({ style }) => {
    const { e, f } = new DOMMatrix(style.transform);
    return [e, f].map((value) => 2 * Math.round(value / 2));
  });
}

async function heightOf(part: Locator): Promise<number> {
  return (await part.boundingBox())?.height ?? 0;
}

test('a module of the monolith is made a service, by pointer and by keyboard', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en&view=monolith');
  const monolith = shop.pane('Monolith');
  const payment = monolith.getByRole('group', { name: 'Payment, module of Shop' });
  const own = shop.pane('My cut');

  await test.step('a module that is carried out of the monolith is a service, and an undo brings it back', async () => {
    const pane = await monolith.boundingBox();
    if (pane === null) throw new Error('The pane is not on the page.');
    await carry(page, payment, { x: pane.x + pane.width - 120, y: pane.y + pane.height / 2 });
    await expect(payment).toHaveClass(/is-carried/);
    await page.mouse.up();

    await expect(own.getByRole('group', { name: /^Payment, service/ })).toBeVisible();
    const note = own.getByRole('region', { name: 'What has changed in My cut' });
    await expect(note).toContainText('Payment now has a process of its own');
    await expect(note).toContainText('Orders → Payment now crosses the network: +1.8 ms a call');
    await expect(note).toContainText('a timeout of 1.0 s and a circuit breaker');

    await note.getByRole('textbox', { name: 'Name of the cut' }).fill('Payment apart');
    await page.keyboard.press('Enter');
    await expect(shop.pane('Payment apart')).toBeVisible();

    // And at any later time, where the cut is chosen.
    await shop.pane('Payment apart').getByRole('combobox').selectOption('Rename Payment apart…');
    await page.getByRole('textbox', { name: 'Rename Payment apart…' }).fill('Cash desk');
    await page.keyboard.press('Enter');
    await expect(shop.pane('Cash desk')).toBeVisible();

    // Or by the palette.
    await shop.command('rename cash');
    await page.getByRole('textbox', { name: 'Rename Cash desk…' }).fill('Till');
    await page.keyboard.press('Enter');
    await expect(shop.pane('Till')).toBeVisible();

    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
    await expect(own).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(payment).toBeVisible();
  });

  await test.step('the same by keyboard: the menu of a module and of a process', async () => {
    const database = { name: /^Database, / };
    const place = await placeOf(monolith.getByRole('group', database));
    await payment.focus();
    await page.keyboard.press('Shift+F10');
    await page
      .getByRole('menuitem', { name: 'Give Payment a process of its own (Monolith)' })
      .press('Enter');
    await own.getByRole('group', { name: /^Payment, service/ }).focus();
    expect(await placeOf(own.getByRole('group', database))).toEqual(place);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Merge Payment into Shop (My cut)' }).press('Enter');
    await expect(own.getByRole('group', { name: 'Payment, module of Shop' })).toBeVisible();
    await expect(own).toContainText('no longer leaves the process');
    expect(await placeOf(own.getByRole('group', database))).toEqual(place);
  });

  await test.step('in a small pane what has changed takes a line, and the picture keeps its form', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('Control+z');
    const small = /is-compact/;
    await expect(monolith.getByRole('application')).toHaveClass(small);
    const height = await heightOf(monolith.getByRole('application'));
    await payment.focus();
    await page.keyboard.press('Shift+F10');
    await page
      .getByRole('menuitem', { name: 'Give Payment a process of its own (Monolith)' })
      .press('Enter');
    const note = own.getByRole('region', { name: 'What has changed in My cut' });
    await expect(note).toContainText('Payment now has a process of its own');
    await expect(own.getByRole('application')).toHaveClass(small);
    expect(await heightOf(own.getByRole('application'))).toBeGreaterThan(0.75 * height);
    await note.getByRole('button', { name: 'All that has changed' }).click();
    await expect(note.getByRole('textbox', { name: 'Name of the cut' })).toBeVisible();
    expect(await heightOf(own.getByRole('application'))).toBeGreaterThan(0.75 * height);
  });
});
