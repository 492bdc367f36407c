import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const lanes = (page: Page) => timeline(page).getByRole('region', { name: 'What happens when' });

/** A paused run whose timeline is expanded. */
async function expand(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Expand the timeline' }).click();
  await expect(lanes(page)).toBeVisible();
}

test('faults and load are written into the timeline, moved and removed', async ({ page, shop }) => {
  await shop.open('lang=en&fail=payment');
  await shop.untilClockPasses(3);
  await expand(page);

  await test.step('a dragged block rests at whole seconds, and the run follows', async () => {
    await expect.poll(() => shop.figure('Monolith', 'success')).toBe(0);
    const block = lanes(page).getByRole('button', { name: /^Payment down/ });
    const { x = 0, y = 0, width = 0 } = (await block.boundingBox()) ?? {};
    await page.mouse.move(x + 100, y + 10);
    await page.mouse.down();
    await page.mouse.move(x + 100 + width / 3, y + 10, { steps: 3 });
    await expect(block).toContainText('00:30.0');
    await page.mouse.up();
    await expect(block).toHaveAccessibleName('Payment down, from 00:30.0 on');
    // What has passed is computed anew: nobody has failed yet.
    await expect.poll(() => shop.figure('Monolith', 'success')).toBe(100);
    await block.press('Delete');
    await expect(block).toHaveCount(0);
  });

  await test.step('a fault is typed, moved, stretched and removed by the keyboard, and undone', async () => {
    await expect(lanes(page).getByText(/^No faults\./)).toBeVisible();
    await lanes(page).getByRole('button', { name: 'Add a fault' }).click();
    const form = page.getByRole('dialog', { name: 'Add a fault' });
    await expect(form.getByLabel('What happens')).toBeFocused();
    await form.getByLabel('To whom').selectOption('Payment');
    await form.getByLabel('From').fill('20');
    await form.getByLabel('Until').fill('10');
    await form.getByRole('button', { name: 'Add' }).click();
    await expect(form.getByRole('alert')).toHaveText('The end has to come after the beginning.');
    await form.getByLabel('Until').fill('30');
    await form.getByRole('button', { name: 'Add' }).click();

    const block = lanes(page).getByRole('button', { name: /^Payment ×10/ });
    await expect(block).toHaveAccessibleName('Payment ×10, from 00:20.0 to 00:30.0');
    await block.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(block).toHaveAccessibleName('Payment ×10, from 00:21.0 to 00:32.0');
    await page.keyboard.press('Delete');
    await expect(block).toHaveCount(0);
    await expect(lanes(page).getByRole('button', { name: 'Add a fault' })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(block).toHaveAccessibleName('Payment ×10, from 00:21.0 to 00:32.0');
  });

  await test.step('no block is lost beyond the picture, and a drag that is dropped opens nothing', async () => {
    const block = lanes(page).getByRole('button', { name: /^Payment ×10/ });
    const { x = 0, y = 0, width = 0 } = (await block.boundingBox()) ?? {};
    const dragFarRight = async () => {
      await page.mouse.move(x + width / 2, y + 10);
      await page.mouse.down();
      await page.mouse.move(x + 20 * width, y + 10, { steps: 3 });
    };
    await dragFarRight();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(block).toHaveAccessibleName('Payment ×10, from 00:21.0 to 00:32.0');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await dragFarRight();
    await page.mouse.up();
    await expect(block).toHaveAccessibleName('Payment ×10, from 01:29.0 to 01:40.0');
    await block.press('Enter');
    const form = page.getByRole('dialog', { name: 'Faults' });
    await page.keyboard.press('Escape');
    await expect(block).toBeFocused();
    await block.press('Enter');
    await form.getByLabel('Until').fill('1010');
    await form.getByLabel('From').fill('1000');
    await form.getByRole('button', { name: 'Save' }).click();
    await lanes(page)
      .getByRole('button', { name: '1 later: Payment ×10, from 16:40.0 to 16:50.0' })
      .click();
    await expect(form.getByLabel('From')).toHaveValue('1000');
    await form.getByRole('button', { name: 'Remove' }).click();
  });

  await test.step('the shape of a load is typed, read in its block, and typed anew', async () => {
    await lanes(page).getByRole('button', { name: 'Change the load' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('What happens').selectOption('A burst, and back');
    await form.getByLabel('Requests per second at most').fill('900');
    await form.getByLabel('From').fill('20');
    await form.getByLabel('Until').fill('15');
    await form.getByRole('button', { name: 'Add' }).click();
    await expect(form.getByRole('alert')).toHaveText('The end has to come after the beginning.');
    await form.getByLabel('Until').fill('35');
    await form.getByRole('button', { name: 'Add' }).click();

    const block = lanes(page).getByRole('button', { name: /^burst of 900 requests\/s/ });
    await block.press('ArrowRight');
    await block.press('Enter');
    await expect(form.getByLabel('From')).toHaveValue('21');
    await expect(form.getByLabel('Until')).toHaveValue('36');
    await form.getByLabel('What happens').selectOption('Goes up little by little');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(lanes(page).getByRole('button', { name: /^up to 900 requests\/s/ })).toBeVisible();
  });
});

test('what a story brings can be read and not changed, what is new begins with what holds there', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en&story=payment-down');
  await shop.untilClockPasses(1);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Change how a call is protected' });

  await test.step('the palette opens the form of what is new at the playhead', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog').getByRole('combobox').fill('schedule circuit breaker');
    await page.keyboard.press('Enter');
    await expect(form.getByLabel('Waits at most')).toHaveValue('1000');
    await expect(form.getByLabel('With a circuit breaker')).toBeChecked();
  });

  await test.step('what has been typed stays when another call is chosen, the rest is that call’s', async () => {
    await form.getByLabel('Retries').fill('4');
    await form.getByLabel('Call').selectOption({ label: 'Catalog → Inventory' });
    await expect(form.getByLabel('Waits at most')).toHaveValue('200');
    await expect(form.getByLabel('With a circuit breaker')).not.toBeChecked();
    await form.getByRole('button', { name: 'Add' }).click();
    const block = lanes(page).getByRole('button', { name: /^Catalog → Inventory: .*4 retries/ });
    await expect(block).toBeVisible();
  });

  await test.step('a block of the story stays as it is', async () => {
    const block = lanes(page).getByRole('button', { name: /^Payment down/ });
    await expect(block).toHaveAccessibleName(/from 00:20\.0 to 00:50\.0\. Part of the story/);
    await block.press('Delete');
    await expect(block).toBeVisible();
  });
});
