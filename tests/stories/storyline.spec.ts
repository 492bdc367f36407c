import { expect, test } from '../e2e/app';
import { objections } from '../e2e/objections';

test.describe('a story in the page', () => {
  test('is chosen, stands in the address, fits small pages, and is left', async ({
    page,
    shop,
  }) => {
    await page.goto('./?lang=en');
    await shop.untilClockPasses(0);
    const story = page.getByRole('region', { name: 'Story', exact: true });
    const title = story.getByRole('heading', { level: 2 });

    await test.step('writes its step into the address', async () => {
      await page
        .getByRole('combobox', { name: 'Story' })
        .selectOption({ label: 'Payment goes down' });
      await expect(page).toHaveURL(/story=payment-down/);
      await expect(story).toBeVisible();
    });

    await test.step('fits a small page and a phone', async () => {
      for (const [layout, width, height] of [
        ['strip', 1024, 768],
        ['compact', 390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        await expect(story).toHaveClass(new RegExp(`storyline-${layout}`));
        await expect(story.getByRole('heading', { level: 2 })).toBeInViewport();
        await expect(story.getByRole('button', { name: /Next|Skip/ })).toBeInViewport();
        const spill = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(spill).toBe(0);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    });

    await test.step('is told step by step, forth and back, and the address keeps the place', async () => {
      const first = await title.innerText();
      const goOn = story.getByRole('button', { name: /^(Next|Skip)/ });
      await expect(async () => {
        await goOn.click();
        expect(await title.innerText()).not.toBe(first);
      }).toPass();
      await expect(page).toHaveURL(/story=payment-down.*step=1/);
      const second = await title.innerText();

      await page.reload();
      await expect(title).toHaveText(second);
      await story.getByRole('button', { name: 'Back', exact: true }).click();
      await expect(title).toHaveText(first);
      await story.getByRole('button', { name: 'Step 2 of 6' }).click();
      await expect(page).toHaveURL(/story=payment-down&step=1/);
    });

    await test.step('leaving it leads to the healthy shop', async () => {
      await story.getByRole('button', { name: 'Leave the story' }).click();
      await expect(story).toBeHidden();
      await expect(page).not.toHaveURL(/story|step/);
      await expect(shop.button('Pause')).toBeVisible();
      await expect(shop.pane('Monolith')).toBeVisible();
    });
  });

  test('is predicted, seen and told with the figures of the run', async ({ page, shop }) => {
    await page.goto('./?lang=en&story=payment-down&step=1');
    const story = page.getByRole('region', { name: 'Story' });
    await expect(story.getByRole('heading', { name: 'Payment is about to go down' })).toBeVisible();
    await expect(story.getByText('At 00:18')).toBeVisible();
    await story.getByText('Nothing, on either side').click();

    await test.step('plays up to the instant of the next step and pauses there', async () => {
      await story.getByRole('button', { name: 'Next' }).click();
      await expect(shop.button('Pause')).toBeVisible();
      await expect(story.getByText('Stops at 00:26')).toBeVisible();
      await shop.choose('Speed', '10×');
      await expect(story.getByText('At 00:26')).toBeVisible();
      await expect(shop.button('Play')).toBeVisible();
      expect(await shop.clockSeconds()).toBe(26);
      await shop.choose('Speed', '1×');
    });

    await test.step('tells what was predicted and what came', async () => {
      await expect(story.getByText('It went differently')).toBeVisible();
      await expect(story.getByText('Your prediction: Nothing, on either side')).toBeVisible();
      await expect(story.getByText('Browsing works 0% of the time')).toBeVisible();
      await expect(story.getByRole('listitem').filter({ hasText: 'Monolith: 0%' })).toBeVisible();
    });

    await test.step('skips ahead, and goes back to exactly what was seen before', async () => {
      const findings = () => story.getByRole('region', { name: 'What you see' }).innerText();
      // They are written five times a second: at rest when they say the same after more than that.
      const restingFindings = async () => {
        let last = '';
        await expect(async () => {
          const before = last;
          last = await findings();
          expect(last).toBe(before);
        }).toPass({ intervals: [300] });
        return last;
      };
      await story.getByRole('button', { name: 'Next' }).click();
      await story.getByRole('button', { name: 'Skip' }).click();
      await expect(story.getByText('At 00:40')).toBeVisible();
      expect(await shop.clockSeconds()).toBe(40);
      await expect(story.getByText('visits lost')).toBeVisible();
      const seen = await restingFindings();
      await story.getByRole('button', { name: 'Step 3 of 6' }).click();
      await expect(story.getByText('At 00:26')).toBeVisible();
      await story.getByRole('button', { name: 'Step 4 of 6' }).click();
      await story.getByRole('button', { name: 'Skip' }).click();
      await expect(story.getByText('At 00:40')).toBeVisible();
      expect(await restingFindings()).toBe(seen);
      await page.getByRole('slider', { name: 'Instant of the run' }).fill('60000');
      await expect(story.getByText('Step at 00:40')).toBeVisible();
      await expect(story.getByRole('button', { name: 'Next' })).toBeEnabled();
    });
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

  test('axe finds nothing to object to, in light and in dark', async ({ page }) => {
    await page.goto('./?lang=es&theme=light&story=payment-down&step=3');
    const story = page.getByRole('region', { name: 'Historia' });
    await expect(story.getByText('En 00:40')).toBeVisible();
    expect(await objections(page), 'in light').toEqual([]);
    await page.getByRole('button', { name: /^Tema/ }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await objections(page), 'in dark').toEqual([]);
  });
});
