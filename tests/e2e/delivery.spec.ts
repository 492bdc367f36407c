import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './app';

/** Serves the built page under another address, as a host of somebody else's would. */
async function serveAt(page: Page, address: string, baseURL: string, headers = {}): Promise<void> {
  await page.route(`${address}**`, async (route) => {
    const path = route.request().url().slice(address.length);
    const response = await page.request.get(new URL(path, baseURL).href);
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
}

test('the page works in any folder, under a strict content policy, and asks nobody else', async ({
  page,
  shop,
  baseURL,
}) => {
  const home = 'https://shop.example/some/folder/';
  await serveAt(page, home, baseURL ?? '', {
    'content-security-policy': "default-src 'self'; object-src 'none'; base-uri 'none'",
  });
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) strangers.push(request.url());
  });
  await page.goto(`${home}?lang=en`);
  await shop.untilClockPasses(1);
  await expect(shop.pane('Microservices')).toBeVisible();
  expect(strangers).toEqual([]);
});

for (const { what, query, scriptKB } of [
  { what: 'the page', query: 'lang=en', scriptKB: 200 },
  { what: 'an embed', query: 'embed=1&lang=es&story=payment-slow&step=1', scriptKB: 170 },
]) {
  test(`a first visit to ${what} loads at most ${scriptKB} KB of script, and 40 KB for the engine`, async ({
    page,
    shop,
  }) => {
    const bodies = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      const [name] = /[^/]+\.js$/.exec(new URL(response.url()).pathname) ?? [];
      if (name !== undefined) bodies.set(name, response.body());
    });
    await shop.open(query);
    const sizes = await Promise.all(
      [...bodies].map(async ([name, body]) => ({ name, kB: gzipSync(await body).length / 1024 })),
    );
    const total = (isWorker: boolean) =>
      sizes
        .filter(({ name }) => name.startsWith('worker') === isWorker)
        .reduce((sum, { kB }) => sum + kB, 0);
    expect(total(true)).toBeGreaterThan(0);
    expect(total(true), JSON.stringify(sizes)).toBeLessThan(40);
    expect(total(false), JSON.stringify(sizes)).toBeLessThan(scriptKB);
  });
}
