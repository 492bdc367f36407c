import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { objections } from '../e2e/objections';
import { expectPicture } from './picture';

async function openGallery(page: Page, theme: string, language = 'es'): Promise<void> {
  await page.goto(`./?gallery&lang=${language}&theme=${theme}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

/** Every section looks as its kept picture, and so do what is explained and what is asked. */
async function expectPictures(page: Page, theme: string): Promise<void> {
  const sections = page.locator('[data-picture]');
  const names = await sections.evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('data-picture')),
  );
  expect(names.length).toBeGreaterThan(6);
  for (const name of names) {
    await expectPicture(page, page.locator(`[data-picture="${name}"]`), `${theme}/${name}`);
  }
  await page.getByRole('button', { name: /Mamparo/ }).click();
  await expectPicture(page, page.locator('.explanation:popover-open'), `${theme}/explanation`);
  await page.getByRole('button', { name: 'Abrir el diálogo' }).click();
  await expectPicture(page, page.getByRole('dialog'), `${theme}/dialog`);
}

/** No part sticks out of its place, however little room there is. */
async function expectNoneSticksOut(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const stickingOut = await page
    .locator('[data-specimen]')
    .evaluateAll((specimens) =>
      specimens
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((specimen) => specimen.getAttribute('data-specimen')),
    );
  expect(stickingOut, `${width} px`).toEqual([]);
}

async function expectControlsOf(page: Page, leastPx: number): Promise<void> {
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
}

test('every part looks as it did, and axe objects to none, in the dark theme', async ({ page }) => {
  await openGallery(page, 'dark');
  expect(await objections(page)).toEqual([]);
  await expectPictures(page, 'dark');
});

test('every part looks as it did, axe objects to none, and none sticks out, in the light theme', async ({
  page,
}) => {
  await openGallery(page, 'light');

  await test.step('every control is large enough for a mouse', async () => {
    await expectControlsOf(page, 24);
  });

  await test.step('axe objects to none, and every part looks as it did', async () => {
    expect(await objections(page)).toEqual([]);
    await expectPictures(page, 'light');
  });

  await test.step('no part sticks out of its place, in either language, however little room there is', async () => {
    await openGallery(page, 'light', 'en');
    await expectNoneSticksOut(page, 1280);
    await openGallery(page, 'light', 'es');
    await expectNoneSticksOut(page, 1280);
    await expectNoneSticksOut(page, 240);
  });
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('every control is large enough', async ({ page }) => {
    await openGallery(page, 'light');
    await expectControlsOf(page, 44);
  });
});
