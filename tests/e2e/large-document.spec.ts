import { serviceTree } from '../canvas/generated-document';
import { expect, test } from './app';

test('a large diagram has a map of itself that leads elsewhere, a small one has none', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en');
  await page.keyboard.press('Space');
  const map = page.getByRole('img', { name: 'Map of the whole diagram' });
  await expect(map).toHaveCount(0);
  await page.locator('input[type=file]').setInputFiles({
    name: 'services.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(serviceTree(120, 5))),
  });
  await expect(map).toBeVisible();
  const viewport = page.locator('.react-flow__viewport');
  const before = await viewport.getAttribute('style');
  await map.click({ position: { x: 20, y: 100 } });
  await expect(viewport).not.toHaveAttribute('style', before ?? '');
});
