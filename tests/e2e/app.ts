import { type Page, test as playwright } from '@playwright/test';
import { expect } from './expect';
import { ShopPage } from './shop-page';

/**
 * The browser tests' own `test`: a page that complains of anything (an error on
 * the console, an exception, a file that does not arrive) fails its test.
 */
export const test = playwright.extend<{ complaints: string[]; shop: ShopPage }>({
  shop: async ({ page }, use) => use(new ShopPage(page)),
  complaints: [
    async ({ page }, use) => {
      const complaints = complaintsOf(page);
      await use(complaints);
      expect(complaints, 'complaints of the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Everything that goes wrong in the page and in its frames, as it happens. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // A page that is left gives up what it was still waiting for.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
  return complaints;
}
