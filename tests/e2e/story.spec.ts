import { expect, test } from './app';

test('a story is told step by step, forth and back, and the address keeps the place', async ({
  page,
  shop,
}) => {
  await shop.open('lang=en&story=payment-down');
  const story = page.getByRole('region', { name: 'Story', exact: true });
  const title = story.getByRole('heading', { level: 2 });
  const first = await title.innerText();
  const goOn = story.getByRole('button', { name: /^(Next|Skip ahead)/ });
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

  await shop.button('Leave the story').click();
  await expect(story).toBeHidden();
  await expect(shop.pane('Monolith')).toBeVisible();
});
