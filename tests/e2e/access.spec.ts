import { expect, test } from './app';
import { objections } from './objections';

const sizes = [
  { name: 'a laptop', width: 1280, height: 720 },
  { name: 'a tablet', width: 820, height: 1180 },
  { name: 'a phone', width: 390, height: 844 },
  { name: 'a small phone', width: 320, height: 568 },
];

// Each language once and each theme once: words do not change colours.
for (const { language, theme } of [
  { language: 'es', theme: 'light' },
  { language: 'en', theme: 'dark' },
]) {
  test(`axe objects to nothing, and nothing sticks out at the side, in ${language} and ${theme}`, async ({
    page,
    shop,
  }) => {
    await shop.open(`lang=${language}&theme=${theme}&fail=payment`);
    await page.keyboard.press('Space');
    expect(await objections(page)).toEqual([]);

    for (const { name, width, height } of sizes) {
      await page.setViewportSize({ width, height });
      const surplus = () =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await expect.poll(surplus, { message: name }).toBeLessThanOrEqual(0);
    }
  });
}
