import { expect, test } from '../e2e/app';
import { objections } from '../e2e/objections';

test.describe('a story in the page', () => {
  test('is predicted, seen and told with the figures of the run', async ({ page, shop }) => {
    await page.goto('./?lang=en&story=payment-down&step=1');
    const story = page.getByRole('region', { name: 'Story' });
    await expect(story.getByRole('heading', { name: 'Payment is about to go down' })).toBeVisible();
    await expect(story.getByText('At 00:18')).toBeVisible();
    await story.getByText('Nothing, on either side').click();

    await story.getByRole('button', { name: 'Next' }).click();
    await story.getByRole('button', { name: 'Skip ahead' }).click();
    await expect(story.getByText('At 00:26')).toBeVisible();
    expect(await shop.clockSeconds()).toBe(26);
    await expect(story.getByText('It went differently')).toBeVisible();
    await expect(story.getByText('Your prediction: Nothing, on either side')).toBeVisible();
    await expect(story.getByText('Browsing works 0% of the time')).toBeVisible();
    await expect(story.getByRole('listitem').filter({ hasText: 'Monolith: 0%' })).toBeVisible();
  });

  test('plays up to the instant of the next step and pauses there', async ({ page, shop }) => {
    await page.goto('./?lang=en&story=payment-down&step=1');
    const story = page.getByRole('region', { name: 'Story' });
    await expect(story.getByText('At 00:18')).toBeVisible();
    await story.getByRole('button', { name: 'Next' }).click();
    await expect(shop.button('Pause')).toBeVisible();
    await expect(story.getByText('Stops at 00:26')).toBeVisible();
    await expect(story.getByText('At 00:26')).toBeVisible();
    await expect(shop.button('Play')).toBeVisible();
    expect(await shop.clockSeconds()).toBe(26);
  });

  test('goes back to exactly what was seen before', async ({ page }) => {
    await page.goto('./?lang=en&story=payment-down&step=3');
    const story = page.getByRole('region', { name: 'Story' });
    const findings = () => story.getByRole('region', { name: 'What you see' }).innerText();
    await expect(story.getByText('At 00:40')).toBeVisible();
    await expect(story.getByText('visits lost')).toBeVisible();
    const seen = await findings();
    await story.getByRole('button', { name: 'Step 3 of 6' }).click();
    await expect(story.getByText('At 00:26')).toBeVisible();
    await story.getByRole('button', { name: 'Step 4 of 6' }).click();
    await story.getByRole('button', { name: 'Skip ahead' }).click();
    await expect(story.getByText('At 00:40')).toBeVisible();
    await expect.poll(findings).toBe(seen);
  });

  test('writes its step into the address, and leaving it leads to the healthy shop', async ({
    page,
    shop,
  }) => {
    await page.goto('./?lang=en');
    await shop.untilClockPasses(0);
    await page
      .getByRole('combobox', { name: 'Story' })
      .selectOption({ label: 'Payment goes down' });
    await expect(page).toHaveURL(/story=payment-down/);
    const story = page.getByRole('region', { name: 'Story' });
    await story.getByRole('button', { name: 'Step 2 of 6' }).click();
    await expect(page).toHaveURL(/story=payment-down&step=1/);
    await story.getByRole('button', { name: 'Leave the story' }).click();
    await expect(story).toBeHidden();
    await expect(page).not.toHaveURL(/story|step/);
    await expect(shop.button('Pause')).toBeVisible();
  });

  test('says so where the address asks for a step or a story that there is not', async ({
    page,
  }) => {
    await page.goto('./?lang=en&story=payment-down&step=77');
    const story = page.getByRole('region', { name: 'Story' });
    await expect(story.getByRole('heading', { name: 'One shop, two cuts' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('77');
    await page.goto('./?lang=en&story=payment-up');
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('payment-up');
    await expect(story).toBeHidden();
  });

  test('fits a small page and a phone', async ({ page }) => {
    await page.goto('./?lang=en&story=payment-down');
    const story = page.getByRole('region', { name: 'Story' });
    for (const [layout, width, height] of [
      ['strip', 1024, 768],
      ['compact', 390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(story).toHaveClass(new RegExp(`storyline-${layout}`));
      await expect(story.getByRole('heading', { level: 2 })).toBeInViewport();
      await expect(story.getByRole('button', { name: /Next|Skip ahead/ })).toBeInViewport();
      const spill = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(spill).toBe(0);
    }
  });

  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing to object to, in ${theme}`, async ({ page }) => {
      await page.goto(`./?lang=es&theme=${theme}&story=payment-down&step=3`);
      const story = page.getByRole('region', { name: 'Historia' });
      await expect(story.getByText('En 00:40')).toBeVisible();
      expect(await objections(page)).toEqual([]);
    });
  }
});
