import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../e2e/app';

const sheetOf = (page: Page) => page.getByRole('region', { name: 'One request, from inside' });

/** Goes over a part with the pointer, at these shares of its width, until `mark` shows, and clicks there. */
async function clickWhere(
  page: Page,
  part: Locator,
  shares: readonly number[],
  mark: Locator,
): Promise<void> {
  const { x = 0, y = 0, width = 0, height = 0 } = (await part.boundingBox()) ?? {};
  const places = Array.from({ length: Math.floor(height / 4) }, (_, step) =>
    shares.map((share) => ({ x: x + width * share, y: y + 4 * step })),
  ).flat();
  // The first time round what knows of requests is still being loaded.
  for (const place of [...places, ...places]) {
    await page.mouse.move(place.x, place.y);
    // The page has had its picture to say what is there.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    if (!(await mark.isVisible())) continue;
    await page.mouse.down();
    await page.mouse.up();
    return;
  }
  throw new Error('It is nowhere to be pointed at.');
}

test('requests are told from inside, from wherever they are opened', async ({ page, shop }) => {
  await shop.open('lang=en&fail=card-processor:slow:50');
  await shop.untilClockPasses(4);
  await page.keyboard.press('Space');
  const sheet = sheetOf(page);

  await test.step('a slot, what a process is working on and a point of a chart each open a request', async () => {
    const unit = page.getByRole('group', { name: /^Shop, / });

    await clickWhere(page, unit, [0.3, 0.6], page.getByText('Click: from inside'));
    await expect(sheet.getByRole('table')).toHaveCount(2, { timeout: 60_000 });
    // What it does in that process is told first, and the process itself was not meant.
    await expect(sheet.locator('tr').getByRole('button', { pressed: true })).toHaveCount(1);
    await expect(sheet.getByText(/^[\w ]+ · \w+: begins at/)).toBeVisible();
    await expect(shop.inspector.getByRole('heading', { level: 2 })).not.toHaveText('Shop');
    await sheet.getByRole('button', { name: 'Close' }).click();

    await unit.press('Enter');
    await shop.inspector.getByText('What it is working on').click();
    const visits = shop.inspector.getByRole('group', { name: 'What it is working on' });
    const first = visits.getByRole('button').first();
    await expect(first).toContainText(/\d\sm?s/);
    const name = await first.locator('.visit-name').innerText();
    await first.press('Enter');
    await expect(sheet.getByText(name.replace(/ (\d+)$/, ', request $1'))).toBeVisible();
    await sheet.getByRole('button', { name: 'Close' }).click();

    await shop.button('Expand the timeline').click();
    const chart = page.getByRole('img', { name: 'Success over time' });
    // Three seconds into a picture of ninety.
    await clickWhere(page, chart, [3 / 90], page.getByText('click: one that failed'));
    await expect(sheet.getByRole('table', { name: 'Microservices, span by span' })).toBeVisible();
    await expect(sheet.locator('.tone-failed-text').first()).toBeVisible();
    await sheet.getByRole('button', { name: 'Close' }).click();

    // The same with the keyboard: read an instant, then go to what stands behind its values.
    await page.getByRole('slider', { name: 'Read the charts at an instant' }).press('Enter');
    await expect(page.locator('.charts-value:focus')).toHaveAccessibleName(
      /^\d+%\. See from inside/,
    );
    await expect(sheet).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(sheet.getByRole('table')).toHaveCount(2);
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect(sheet).toBeHidden();
  });

  await test.step('a request is told from inside in both cuts, stepped through, and taken away', async () => {
    await shop.button('One request').click();
    const tables = sheet.getByRole('table');
    await expect(tables).toHaveCount(2, { timeout: 60_000 });
    await expect(sheet.getByText(/which came at 00:0/)).toBeVisible();
    await expect(tables.first()).toHaveAccessibleName('Monolith, span by span');

    // The graph follows each step: the clock stands at the span's instant, its unit is selected.
    await sheet.getByRole('button', { name: 'Next step' }).click();
    await sheet.getByRole('button', { name: 'Next step' }).click();
    const [, second] = await tables.first().locator('tbody').getByRole('button').all();
    await expect(second).toHaveAttribute('aria-pressed', 'true');
    const standing = await shop.clockSeconds();
    await second.press('ArrowDown');
    const third = tables.first().locator('tbody').getByRole('button').nth(2);
    await expect(third).toBeFocused();
    await expect(third).toHaveAttribute('aria-pressed', 'true');
    expect(await shop.clockSeconds()).toBeGreaterThanOrEqual(standing);
    await expect(shop.inspector.getByRole('heading').first()).not.toHaveText('');

    const download = page.waitForEvent('download');
    await sheet.getByRole('button', { name: 'Save as OTLP JSON' }).click();
    const traces = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(traces.resourceSpans.length).toBeGreaterThan(1);

    // Asked of the other side, it is told from there; at the end of the way the focus stays where it is.
    await sheet.getByText('Microservices', { exact: true }).first().click();
    await sheet.getByRole('button', { name: 'A slow one' }).click();
    const next = sheet.getByRole('button', { name: 'Next step' });
    await next.press('Enter');
    const own = tables.nth(1).locator('tbody').getByRole('button');
    await expect(own.first()).toHaveAttribute('aria-pressed', 'true');
    const count = await own.count();
    for (let step = 1; step <= count; step++) await next.press('Enter');
    await expect(own.last()).toHaveAttribute('aria-pressed', 'true');
    await expect(next).toBeFocused();
    // Escape closes what is on top, wherever the focus is, and gives it back.
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(shop.inspector.getByRole('heading', { level: 2 })).not.toHaveText('');
    await expect(shop.button('One request')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sheet).toBeFocused();

    await sheet.getByRole('button', { name: 'One that failed' }).click();
    await expect(sheet.getByRole('status')).toHaveText('None has failed so far in Monolith.', {
      timeout: 60_000,
    });
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect(sheet).toBeHidden();
  });
});
