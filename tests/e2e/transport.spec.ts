import { expect, test } from './app';

test('a run is held, goes on and begins again', async ({ page, shop }) => {
  const picture = () =>
    page
      .locator('canvas')
      .evaluateAll((canvases) =>
        canvases.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()).join(),
      );
  await shop.open('lang=en&fail=payment');

  await test.step('pause holds the clock and the picture, play goes on', async () => {
    const one = await picture();
    await expect.poll(picture, { message: 'requests move' }).not.toBe(one);

    await shop.button('Pause').click();
    await expect(shop.button('Play')).toBeVisible();
    // A frame that was under way may still arrive; from then on nothing moves.
    await expect
      .poll(async () => {
        const before = [await shop.clockSeconds(), await picture()];
        await page.evaluate(() => new Promise(requestAnimationFrame));
        return before.join() === [await shop.clockSeconds(), await picture()].join();
      })
      .toBe(true);
    const heldAt = await shop.clockSeconds();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(await shop.clockSeconds()).toBe(heldAt);

    await shop.button('Play').click();
    await shop.untilClockPasses(heldAt + 0.5);
  });

  await test.step('back to the start begins at zero, with the same faults', async () => {
    await shop.untilClockPasses(2);
    await shop.button('Back to the start').click();
    await expect.poll(() => shop.clockSeconds()).toBeLessThan(2);
    await expect.poll(() => shop.figure('Monolith', 'success')).toBe(0);
  });

  await test.step('the space bar plays and pauses', async () => {
    // Not where the button has it.
    await shop.button('Back to the start').blur();
    await page.keyboard.press('Space');
    await expect(shop.button('Play')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(shop.button('Pause')).toBeVisible();
  });
});
