import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });

/** Expands the timeline of a paused run of which the first seconds are known. */
async function expand(page: Page): Promise<void> {
  await timeline(page).getByRole('button', { name: 'Expand the timeline' }).click();
  await expect(timeline(page).getByRole('img')).toHaveCount(2);
}

test('two charts are pinned, and stay as they were chosen', async ({ page, shop }) => {
  await shop.open();
  await expand(page);
  await timeline(page).getByLabel('Figure of chart 2').selectOption('Ready replicas');
  await page.reload();
  await expect(timeline(page).getByRole('img', { name: 'Ready replicas over time' })).toBeVisible();

  // Of what is selected as well: what runs it on either side.
  await page.getByRole('group', { name: /^Payment, service/ }).press('Enter');
  const first = timeline(page).getByLabel('Figure of chart 1');
  await first.selectOption('part:slots');
  await expect(
    timeline(page).getByRole('img', { name: 'Payment · Threads in use over time' }),
  ).toBeVisible();
  await shop.choose('Speed', '10×');
  await shop.untilClockPasses(5.5);
  await shop.button('Pause').click();
  // So are its figures in the table, for those who do not see the charts.
  await timeline(page).getByRole('button', { name: 'Table' }).click();
  const table = timeline(page).getByRole('table', {
    name: 'The same of what is selected: Payment',
  });
  await expect(table.getByRole('row', { name: /^00:05(\.0)? Monolith \d+%/ })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'Requests/s' })).toHaveCount(0);
  const values = timeline(page).getByRole('list').first().getByRole('listitem');
  await expect(values).toHaveText([/^Monolith\d+(\.\d)?%$/, /^Microservices\d+(\.\d)?%$/]);
  // With nothing selected it is the whole again.
  await page.keyboard.press('Escape');
  await expect(
    timeline(page).getByRole('img', { name: 'Threads in use over time', exact: true }),
  ).toBeVisible();
  await timeline(page).getByRole('button', { name: 'Collapse the timeline' }).click();
  await expect(timeline(page).getByRole('img')).toHaveCount(1);
});

test('charts are read and enlarged, by pointer and by keyboard', async ({ page, shop }) => {
  await shop.open('lang=en&fail=payment');
  await shop.untilClockPasses(4);
  await shop.button('Pause').click();
  await expand(page);

  await test.step('pointing at a chart, and the arrow keys, read both charts on both sides', async () => {
    const chart = timeline(page).getByRole('img').first();
    const { width = 0 } = (await chart.boundingBox()) ?? {};
    // 3 s into a picture of 90 s.
    await chart.hover({ position: { x: width / 30, y: 20 } });
    const read = (figure: number) =>
      timeline(page).getByRole('list').nth(figure).getByRole('listitem').allInnerTexts();
    expect((await read(0)).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'Monolith 0%',
      expect.stringMatching(/^Microservices \d\d%$/),
    ]);
    expect((await read(1))[1]).toMatch(/^Microservices\s+\d+\sms$/);

    const cursor = page.getByRole('slider', { name: 'Read the charts at an instant' });
    await cursor.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(cursor).toHaveAttribute(
      'aria-valuetext',
      /^00:00\.5\. Success: Monolith 0%, Microservices \d+%\. p99: /,
    );
  });

  await test.step('a stroke along the axis enlarges a stretch of time, and Escape shows all again', async () => {
    const axis = timeline(page).getByTitle('Drag along the axis to enlarge a stretch');
    const { x = 0, y = 0, width = 0 } = (await axis.boundingBox()) ?? {};
    await page.mouse.move(x + width / 9, y + 8);
    await page.mouse.down();
    await page.mouse.move(x + width / 3, y + 8, { steps: 4 });
    await page.mouse.up();
    await expect(axis).toContainText('00:12');
    await expect(axis).not.toContainText('01:00');

    await timeline(page).getByRole('button', { name: 'Show less time' }).press('Enter');
    await expect(axis).not.toContainText('00:12');
    await page.keyboard.press('Escape');
    await expect(axis).toContainText('01:00');
  });
});
