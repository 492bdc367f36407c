import { expect, test } from './app';
import { objections } from './objections';

for (const language of ['es', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing to object to, in ${language} and ${theme}`, async ({ page, shop }) => {
      await shop.open(`lang=${language}&theme=${theme}&fail=payment`);
      await page.keyboard.press('Space');
      expect(await objections(page)).toEqual([]);
    });
  }
}

for (const { name, width, height } of [
  { name: 'a phone', width: 390, height: 844 },
  { name: 'a small phone', width: 320, height: 568 },
  { name: 'a tablet', width: 820, height: 1180 },
  { name: 'a laptop', width: 1280, height: 720 },
]) {
  test(`nothing sticks out at the side on ${name}`, async ({ page, shop }) => {
    await page.setViewportSize({ width, height });
    for (const language of ['es', 'en']) {
      await shop.open(`lang=${language}`);
      const surplus = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(surplus, language).toBeLessThanOrEqual(0);
    }
  });
}
