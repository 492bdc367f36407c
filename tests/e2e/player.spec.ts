import type { Page } from '@playwright/test';
import { expect, test } from './app';

declare global {
  interface Window {
    workers: Worker[];
    /** What the clock has said. */
    told: string[];
  }
}

/** What is painted of slots, queues and requests, and what the clock says. */
async function picture(page: Page): Promise<string> {
  const paint = await page
    .locator('canvas')
    .evaluateAll((canvases) =>
      canvases.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()).join(),
    );
  return `${await page.getByRole('timer').innerText()} ${paint}`;
}

async function settledPicture(page: Page): Promise<string> {
  let last = '';
  await expect
    .poll(async () => {
      const before = last;
      last = await picture(page);
      return last === before;
    })
    .toBe(true);
  return last;
}

test('a paused run is moved by keys, by steps and by its playhead', async ({ page, shop }) => {
  await shop.open();
  await page.keyboard.press('Space');
  // At rest the clock is read more closely, also where no picture follows.
  await expect(page.getByRole('timer')).toHaveText(/^\d\d:\d\d[.,]\d{3}/);

  await test.step('keys move the run as in a video player', async () => {
    await page.keyboard.press('5');
    await expect.poll(() => shop.clockSeconds()).toBe(45);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => shop.clockSeconds()).toBe(46);
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => shop.clockSeconds()).toBe(36);
    await page.keyboard.press('Home');
    await expect.poll(() => shop.clockSeconds()).toBe(0);
    await page.keyboard.press('End');
    await expect.poll(() => shop.clockSeconds()).toBe(46);
    await expect(shop.button('Play')).toBeVisible();
  });

  await test.step('a step forth and a step back lead to the same picture, by event and by request', async () => {
    await page.keyboard.press('3');
    await expect.poll(() => shop.clockSeconds()).toBe(27);
    for (const [on, back] of [
      ['.', ','],
      ['Shift+Period', 'Shift+Comma'],
    ]) {
      const step = async (key: string): Promise<string> => {
        const before = await shop.clockSeconds();
        await page.keyboard.press(key);
        await expect.poll(() => shop.clockSeconds()).not.toBe(before);
        return settledPicture(page);
      };
      const first = await step(on);
      const second = await step(on);
      expect(second).not.toBe(first);
      expect(await step(back)).toBe(first);
      expect(await step(on)).toBe(second);
    }
  });

  await test.step('the playhead can be dragged into the future and back', async () => {
    const box = await page.getByRole('img', { name: /over time/ }).boundingBox();
    if (box === null) throw new Error('There is no chart.');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.3, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, y, { steps: 8 });
    await expect.poll(() => shop.clockSeconds()).toBeGreaterThan(60);
    await page.mouse.move(box.x + box.width * 0.2, y, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => shop.clockSeconds()).toBeLessThan(20);
  });
});

test('a worker that dies is replaced, and the page says so', async ({ page, shop, complaints }) => {
  await page.addInitScript(() => {
    window.workers = [];
    window.Worker = class extends window.Worker {
      constructor(...parameters: ConstructorParameters<typeof Worker>) {
        super(...parameters);
        window.workers.push(this);
      }
    };
  });
  await shop.open('lang=en&fail=payment');
  await shop.untilClockPasses(3);
  const heldAt = await shop.clockSeconds();
  await page.evaluate(() => {
    window.workers[0].dispatchEvent(new ErrorEvent('error', { message: 'gone', cancelable: true }));
  });
  await expect(page.getByText('was taken up again at')).toBeVisible();
  await shop.untilClockPasses(heldAt);
  expect(await shop.clockSeconds()).toBeGreaterThanOrEqual(heldAt);
  await expect.poll(() => shop.figure('Monolith', 'success')).toBe(0);

  await test.step('a paused run stands where it is meanwhile, picture and clock', async () => {
    await page.keyboard.press('Space');
    await page.keyboard.press('8');
    await expect.poll(() => shop.clockSeconds()).toBe(72);
    await page.evaluate(() => {
      window.told = [];
      const clock = document.querySelector('[role=timer]') as HTMLElement;
      const options = { childList: true, characterData: true, subtree: true };
      new MutationObserver(() => window.told.push(clock.innerText)).observe(clock, options);
      window.workers
        .findLast((worker) => worker.onmessage !== null)
        ?.dispatchEvent(new ErrorEvent('error', { message: 'gone', cancelable: true }));
    });
    await expect(page.getByText('was taken up again at 01:12.0')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => shop.clockSeconds()).toBe(73);
    const told = await page.evaluate(() => window.told);
    expect(told.filter((time) => time !== '01:13.000')).toEqual([]);
  });
  complaints.length = 0;
});

test('the menu of the player steps, loops and goes faster', async ({ page, shop }) => {
  await page.goto('./?lang=en&story=payment-down');
  await shop.button('Steps, loop and more speeds').click();
  const menu = page.getByRole('region', { name: 'Steps, loop and more speeds' });
  await menu.getByRole('button', { name: 'Next request' }).click();
  await expect(shop.button('Play')).toBeVisible();
  await menu.getByText('1000×').click();
  await menu.getByRole('checkbox', { name: /Loop/ }).check();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await page.keyboard.press('End');
  await expect.poll(() => shop.clockSeconds()).toBe(90);
  await shop.button('Play').click();
  await expect.poll(() => shop.clockSeconds()).toBeLessThan(90);
  await expect(shop.button('Pause')).toBeVisible();

  // Between two marks, set by keys, moved by the pointer, taken away.
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  await expect.poll(() => shop.clockSeconds()).toBe(36);
  await page.keyboard.press('i');
  await page.keyboard.press('5');
  await expect.poll(() => shop.clockSeconds()).toBe(45);
  await page.keyboard.press('o');
  const end = page.getByRole('slider', { name: 'The loop ends at' });
  await expect(end).toHaveAttribute('aria-valuetext', '00:45.0');
  const edge = page.getByTitle('The loop ends at: 00:45.0');
  const { x = 0, y = 0, width = 0 } = (await edge.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + 10);
  await page.mouse.down();
  await page.mouse.move(x - 2000, y + 10, { steps: 3 });
  await page.mouse.up();
  // It stops at the other mark, and the run was not sought meanwhile.
  await expect(end).toHaveAttribute('aria-valuetext', '00:36.1');
  expect(await shop.clockSeconds()).toBe(45);
  await end.press('ArrowRight');
  await expect(end).toHaveAttribute('aria-valuetext', '00:36.5');
  await page.keyboard.press('4');
  await shop.button('Play').click();
  await expect(shop.button('Pause')).toBeVisible();
  await expect.poll(() => shop.clockSeconds()).toBeLessThanOrEqual(36.5);
  await shop.button('Remove the marks of the loop').click();
  await expect(end).toHaveCount(0);
  await shop.untilClockPasses(37);
});
