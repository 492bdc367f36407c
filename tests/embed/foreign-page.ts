import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';
import { test as playwright } from '../e2e/app';

export interface FrameWish {
  /** The part of the embed's address behind `?embed=1&`. */
  query?: string;
  width?: number;
  height?: number;
  /** The `sandbox` attribute; without one the frame has its own origin. */
  sandbox?: string;
  /** Header of the page that holds the frame, and of the embed. */
  contentSecurityPolicy?: string;
}

/** Somebody else's page on another origin: text, a field, a frame, and enough below to scroll. */
export class ForeignPage {
  constructor(
    readonly page: Page,
    private readonly origin: string,
    private readonly home: string,
  ) {}

  get frame(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  async open({ query = 'lang=en', width = 640, height = 400, ...rest }: FrameWish = {}) {
    const wishes = new URLSearchParams({
      src: `${this.home}?embed=1&${query}`,
      width: String(width),
      height: String(height),
      ...(rest.sandbox !== undefined && { sandbox: rest.sandbox }),
    });
    if (rest.contentSecurityPolicy !== undefined || rest.sandbox !== undefined) {
      await this.#serveWith(rest.contentSecurityPolicy);
    }
    await this.page.goto(`${this.origin}/?${wishes}`);
  }

  /** As a host of static files answers: open to all origins, here with a content policy. */
  async #serveWith(policy: string | undefined): Promise<void> {
    await this.page.route(`${this.home}**`, async (route) => {
      const response = await this.page.request.get(route.request().url());
      await route.fulfill({
        response,
        headers: {
          ...response.headers(),
          'access-control-allow-origin': '*',
          ...(policy !== undefined && { 'content-security-policy': policy }),
        },
      });
    });
  }

  /** Simulated seconds on the clock of the embed. */
  async clockSeconds(): Promise<number> {
    const [minutes, seconds] = (await this.frame.getByRole('timer').innerText()).split(':');
    return Number(minutes) * 60 + Number(seconds);
  }
}

export const test = playwright.extend<{ foreign: ForeignPage }, { foreignOrigin: string }>({
  foreignOrigin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's wishes from the pattern.
    async ({}, use) => {
      const server = await listening();
      // Another host name than that of the embed: another site, not only another port.
      await use(`http://localhost:${(server.address() as AddressInfo).port}`);
      server.close();
    },
    { scope: 'worker' },
  ],
  foreign: async ({ page, foreignOrigin, baseURL }, use) => {
    await use(new ForeignPage(page, foreignOrigin, baseURL ?? ''));
  },
});

async function listening(): Promise<Server> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/') {
      response.writeHead(204).end();
      return;
    }
    const attribute = (name: string) => {
      const value = url.searchParams.get(name);
      return value === null ? '' : `${name}="${value.replaceAll('&', '&amp;')}"`;
    };
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html>
      <html lang="en" style="color-scheme: light dark">
        <title>Somebody else's article</title>
        <link rel="icon" href="data:,">
        <body style="margin: 0">
          <input aria-label="Search this site" autofocus>
          <iframe title="A figure" style="border: 0; display: block"
            ${['src', 'width', 'height', 'sandbox'].map(attribute).join(' ')}></iframe>
          <p style="height: 3000px">The rest of the article.</p>
        </body>
      </html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}
