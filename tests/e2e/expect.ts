import { expect as playwright } from '@playwright/test';

/** What a playing page shows changes with every picture: whoever looks once a second waits half of one in vain. */
const intervals = [50, 100, 150, 250];

const { poll } = playwright;

/** Playwright's `expect`, whose `poll` looks again sooner than after a second. */
export const expect = Object.assign(playwright.configure({}), {
  poll: ((actual, options) =>
    poll(actual, {
      intervals,
      ...(typeof options === 'string' ? { message: options } : options),
    })) as typeof poll,
});
