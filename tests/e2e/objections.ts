import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe objects to on the page at rest, or in a part of it: a colour on its way to another one is
 * nobody's to read.
 */
export async function objections(page: Page, part = 'html'): Promise<string[][]> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime ?? 0));
    // One that is called off in between has come to rest as well.
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  // In the page itself: there are no frames whose results a page of their own would have to put together.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).include(part);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
}
