import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';

/** Notes which runs of the usual question are begun: `deployment seed`. */
async function noteRuns(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const began: string[] = [];
    Object.assign(globalThis, { began });
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message: unknown, ...rest: never[]) {
      const { type, job } = message as { type: string; job?: Record<string, unknown> };
      if (type === 'run' && job?.impactOf === undefined && job?.seconds === 90) {
        began.push(`${job.deploymentId} ${job.seed}`);
      }
      postMessage.call(this, message, ...rest);
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { began: string[] }).began);
}

test('twenty seeds say in a sentence how sure the difference is, and shade the chart', async ({
  page,
  shop,
}) => {
  const begun = await noteRuns(page);
  await shop.open('lang=en&story=payment-down&step=5');
  const story = page.getByRole('region', { name: 'Story' });
  await expect.poll(async () => (await begun()).length).toBeGreaterThan(3);
  await story.getByRole('button', { name: 'How sure?' }).click();
  const sheet = page.getByRole('dialog', { name: 'Analyse' });
  await expect(
    sheet.getByText(/Microservices: loses \d+(\.\d)? points less of “Browse”, ± /),
  ).toBeVisible();
  await expect(
    sheet.getByRole('rowgroup').filter({ hasText: 'Monolith does better' }),
  ).toContainText('Cost per hour');
  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('faultline-differences.csv');
  await page.keyboard.press('Escape');
  // The story's own headline is never that of the run that was watched; its runs were those of the sheet.
  const headline = story.getByRole('status').filter({ hasText: '20 different crowds' });
  await expect(headline).toContainText(/Microservices: loses \d+(\.\d)? points less of “.+”, ± /);
  await expect(headline).toContainText(/Monolith: .+, ± /);
  const seeds = await begun();
  expect(seeds).toHaveLength(40);
  expect(new Set(seeds).size).toBe(40);
  const band = page.locator('.trend-band-2');
  await expect(band).toHaveAttribute('d', /^M/);
  // They are this run's, and no other's.
  await shop.command('take orders down');
  await expect(
    page.getByRole('status').filter({ hasText: 'The bands were about another run' }),
  ).toBeVisible();
  await expect(band).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(band).toHaveAttribute('d', /^M/);
});

test('whoever comes near the question has its runs begin, none is run twice, and nobody has to watch', async ({
  page,
  shop,
}) => {
  const begun = await noteRuns(page);
  await shop.open('lang=en&story=payment-down&step=4');
  const ask = page.getByRole('button', { name: 'How sure?' }).first();
  await ask.hover();
  await expect.poll(async () => (await begun()).length).toBeGreaterThan(3);
  await ask.click();
  // As behind a hidden page, which is never painted: the answer comes all the same, to its last run.
  await page.evaluate(() => Object.assign(globalThis, { requestAnimationFrame: () => 0 }));
  const sheet = page.getByRole('dialog', { name: 'Analyse' });
  await expect(sheet.getByText(/^Worked out here/)).toBeVisible({ timeout: 90_000 });
  await expect(sheet.getByText(/loses \d+(\.\d)? points less of/).first()).toBeVisible();
  const seeds = (await begun()).sort();
  expect(seeds).toHaveLength(40);
  expect(new Set(seeds).size).toBe(40);
});
