import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { objections } from '../e2e/objections';
import { expectPicture } from './picture';

async function openGallery(page: Page, theme: string, language = 'es'): Promise<void> {
  await page.goto(`./?gallery&lang=${language}&theme=${theme}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

for (const theme of ['light', 'dark']) {
  test(`every part looks as it did, and axe objects to none, in the ${theme} theme`, async ({
    page,
  }) => {
    await openGallery(page, theme);
    const sections = page.locator('[data-picture]');
    const names = await sections.evaluateAll((elements) =>
      elements.map((element) => element.getAttribute('data-picture')),
    );
    expect(names.length).toBeGreaterThan(6);
    expect(await objections(page)).toEqual([]);
    for (const name of names) {
      await expectPicture(page, page.locator(`[data-picture="${name}"]`), `${theme}/${name}`);
    }
    await page.getByRole('button', { name: /Mamparo/ }).click();
    await expectPicture(page, page.locator('.explanation:popover-open'), `${theme}/explanation`);
    await page.getByRole('button', { name: 'Abrir el diálogo' }).click();
    await expectPicture(page, page.getByRole('dialog'), `${theme}/dialog`);
  });
}

test('no part sticks out of its place, in either language, however little room there is', async ({
  page,
}) => {
  for (const { language, width } of [
    { language: 'es', width: 1280 },
    { language: 'en', width: 1280 },
    { language: 'es', width: 240 },
  ]) {
    await page.setViewportSize({ width, height: 800 });
    await openGallery(page, 'light', language);
    const stickingOut = await page
      .locator('[data-specimen]')
      .evaluateAll((specimens) =>
        specimens
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((specimen) => specimen.getAttribute('data-specimen')),
      );
    expect(stickingOut, `${language}, ${width} px`).toEqual([]);
  }
});

for (const { pointer, hasTouch, leastPx } of [
  { pointer: 'a mouse', hasTouch: false, leastPx: 24 },
  { pointer: 'a finger', hasTouch: true, leastPx: 44 },
]) {
  test.describe(() => {
    test.use({ hasTouch, isMobile: hasTouch });
    test(`every control is large enough for ${pointer}`, async ({ page }) => {
      await openGallery(page, 'light');
      const tooSmall = await page
        .locator('[data-specimen] :is(button, select, summary, input:not(.switch))')
        .evaluateAll(
          (controls, least) =>
            controls
              .map((control) =>
                control.matches('.segment input') ? control.closest('.segmented') : control,
              )
              .filter((control) => (control?.getBoundingClientRect().height ?? 0) < least)
              .map((control) => control?.outerHTML.slice(0, 120)),
          leastPx,
        );
      expect(tooSmall).toEqual([]);
    });
  });
}
