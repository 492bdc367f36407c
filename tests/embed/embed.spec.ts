import { expect } from '../e2e/app';
import { Finger, pointOn } from '../e2e/finger';
import { objections } from '../e2e/objections';
import { type ForeignPage, test } from './foreign-page';

/** How the embed looks, beside what the page around it would like. */
function lookOf({ frame }: ForeignPage) {
  return frame.locator('main').evaluate((main) => {
    const channels = getComputedStyle(main).backgroundColor.match(/\d+/g) ?? [];
    return {
      isLight: Number(channels[0]) > 128,
      scheme: getComputedStyle(document.documentElement).colorScheme,
    };
  });
}

test('an embed of 640 × 400 moves, keeps to its place on the page around it, and costs nothing out of sight', async ({
  foreign,
  page,
}) => {
  await foreign.open();
  const { frame } = foreign;
  const side = (name: string) => frame.getByRole('region', { name, exact: true });
  const viewport = frame.locator('.shifted-layer').first();
  const scrolled = () => page.evaluate(() => window.scrollY);

  await test.step('keeps the focus of the page around it', async () => {
    await page.getByLabel('Search this site').focus();
    await expect.poll(() => foreign.clockSeconds()).toBeGreaterThan(0);
    await expect(page.getByLabel('Search this site')).toBeFocused();
  });

  await test.step('shows both sides and moves', async () => {
    await expect(side('Monolith')).toBeVisible();
    await expect(side('Microservices')).toBeVisible();
    await expect.poll(() => foreign.clockSeconds()).toBeGreaterThan(1);
    await expect(side('Monolith').getByText(/% succeed/)).toBeVisible();
    await expect(side('Monolith').getByText('1 dot = 8 requests')).toBeVisible();
    await expect(frame.locator('.unit-face').first()).toHaveCSS('border-top-style', 'solid');
    const picture = () =>
      frame
        .locator('canvas')
        .first()
        .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const one = await picture();
    await expect.poll(picture, { message: 'requests move' }).not.toBe(one);
  });

  await test.step('scrolls with the wheel over the frame; with Ctrl the picture zooms instead', async () => {
    await expect(viewport).toBeVisible();
    const place = () => viewport.evaluate((element) => getComputedStyle(element).transform);
    await page.mouse.move(160, 200);
    const before = await place();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(place).not.toBe(before);
    expect(await scrolled()).toBe(0);

    const zoomed = await place();
    await page.mouse.wheel(0, 120);
    await expect.poll(scrolled).toBeGreaterThan(50);
    expect(await place()).toBe(zoomed);
  });

  await test.step('pays nothing for a frame that is scrolled out of sight', async () => {
    await page.evaluate(() => window.scrollTo(0, 1500));
    let heldAt = Number.NaN;
    // What was asked before may still be answered; after that the clock stands.
    await expect(async () => {
      heldAt = await foreign.clockSeconds();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
      expect(await foreign.clockSeconds()).toBe(heldAt);
    }).toPass();
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect.poll(() => foreign.clockSeconds()).toBeGreaterThan(heldAt);
  });

  await test.step('answers its view switch', async () => {
    await frame.locator('label', { hasText: 'Microservices' }).click();
    await expect(side('Monolith')).toBeHidden();
    await expect(side('Microservices')).toBeVisible();
    await frame.locator('label', { hasText: 'Both' }).click();
    await expect(side('Monolith')).toBeVisible();
  });
});

test.describe('the address of an embed of 640 × 400', () => {
  test('takes payment down, in English and in light on a dark page', async ({ foreign, page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await foreign.open({ query: 'lang=en&theme=light&fail=payment' });
    const { frame } = foreign;
    const chip = frame.getByRole('button', { name: 'Payment down' });

    await test.step('speaks English', async () => {
      await expect(chip).toBeVisible();
      await expect(frame.getByRole('link', { name: /Explore in Faultline/ })).toBeVisible();
    });

    await test.step('is light, whatever the page around it is', async () => {
      await expect.poll(() => lookOf(foreign)).toEqual({ isLight: true, scheme: 'light' });
    });

    await test.step('shows payment down, and its chip lifts and sets the fault', async () => {
      await expect(chip).toHaveAttribute('aria-pressed', 'true');
      const success = (name: string) =>
        frame
          .getByRole('region', { name, exact: true })
          .locator('.side-success')
          .innerText()
          .then((text) => Number.parseFloat(text));
      await expect.poll(() => success('Monolith')).toBe(0);
      await expect.poll(() => success('Microservices')).toBeGreaterThan(80);
      await expect(frame.getByText(/^Payment down\. Monolith: 0%/)).toBeVisible();

      await chip.click();
      await expect(chip).toHaveAttribute('aria-pressed', 'false');
      await expect(frame.getByText('All is well.', { exact: false })).toBeVisible();
    });
  });

  test('leads to the whole page with the same picture, in Spanish and in dark on a light page', async ({
    foreign,
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await foreign.open({ query: 'lang=es&theme=dark&view=microservices&seed=7&fail=payment' });
    const link = foreign.frame.getByRole('link', { name: /Explorar en Faultline/ });

    await test.step('speaks Spanish', async () => {
      await expect(foreign.frame.getByRole('button', { name: 'Pago caído' })).toBeVisible();
      await expect(link).toBeVisible();
    });

    await test.step('is dark, whatever the page around it is', async () => {
      await expect.poll(() => lookOf(foreign)).toEqual({ isLight: false, scheme: 'dark' });
    });

    await test.step('leads to the whole page with the same picture', async () => {
      const address = new URL((await link.getAttribute('href')) ?? '', 'http://home');
      expect(Object.fromEntries(address.searchParams)).toEqual({
        lang: 'es',
        theme: 'dark',
        view: 'microservices',
        seed: '7',
        fail: 'payment',
      });
      await expect(link).toHaveAttribute('target', '_blank');
    });
  });

  test('tells a story step by step', async ({ foreign }) => {
    await foreign.open({ query: 'lang=en&story=payment-down&step=3' });
    const { frame } = foreign;
    await expect(frame.getByRole('heading', { level: 1 })).toContainText(
      'If payment goes down, who goes down with it?',
    );
    await expect(frame.getByText('Step 4 of 6')).toBeAttached();
    await expect(frame.getByText(/^Browsing: 0% succeed in the monolith, 100% in/)).toBeVisible();
    await expect(frame.getByRole('timer')).toHaveText('00:40');

    await frame.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(frame.getByText('Step 3 of 6')).toBeAttached();
    await expect(frame.getByRole('timer')).toHaveText('00:26');
    await frame.getByRole('button', { name: 'Next', exact: true }).click();
    await frame.getByRole('button', { name: 'Skip' }).click();
    await expect(frame.getByRole('timer')).toHaveText('00:40');
  });
});

test('a thumbnail of 320 × 240 has one side, a switch, and nothing cut off', async ({
  foreign,
}) => {
  for (const query of ['lang=es&fail=payment', 'lang=en&story=payment-slow&step=2']) {
    await foreign.open({ query, width: 320, height: 240 });
    const { frame } = foreign;
    await expect(frame.locator('.embed-pane')).toHaveCount(1);
    await expect(frame.getByRole('radio')).toHaveCount(2);
    await expect(frame.getByText(/^1 (punto|dot) =\s\d+\s(peticiones|requests)$/)).toBeVisible();
    await expect.poll(() => foreign.clockSeconds()).toBeGreaterThan(0);
    const cut = await frame.locator('main').evaluate((main) => {
      const outside = (element: Element) => {
        const { left, top, right, bottom, width } = element.getBoundingClientRect();
        return width > 0 && (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight);
      };
      const squeezed = (element: Element) =>
        element.scrollWidth > element.clientWidth + 1 ||
        element.scrollHeight > element.clientHeight + 1;
      const told = 'h1, label, button, a, p, [role=timer]';
      return [...main.querySelectorAll(told)]
        .filter((element) => !element.closest('.figure-canvas') && element.clientWidth > 1)
        .filter((element) => outside(element) || squeezed(element))
        .map((element) => `${element.className}: ${element.textContent}`);
    });
    expect(cut).toEqual([]);
    const [root] = await frame
      .locator('html')
      .evaluateAll((all) =>
        all.map(({ scrollWidth, scrollHeight }) => [scrollWidth, scrollHeight]),
      );
    expect(root).toEqual([320, 240]);
  }
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true });

  test('one finger on an embed scrolls the page around it, two look closer', async ({
    foreign,
    page,
  }) => {
    await foreign.open({ width: 360, height: 400 });
    const { frame } = foreign;
    const finger = await Finger.on(page);
    await expect(frame.locator('.unit-face').first()).toBeVisible();
    const layer = frame.locator('.shifted-layer');
    const zoom = () => layer.evaluate((drawn) => new DOMMatrix(drawn.style.transform).a);
    const whole = await zoom();
    const from = await pointOn(frame.locator('.figure-canvas'), 150, 150);
    await finger.spread(from, 40, 120);
    await expect.poll(zoom).toBeGreaterThan(whole * 1.5);
    const closer = await zoom();

    // Last: a page that a finger has set going goes on for a while.
    await finger.drag(from, { x: from.x, y: from.y - 120 });
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(50);
    expect(await zoom()).toBe(closer);
  });
});

test('an embed neither shows nor changes what the visitor has set on the page itself', async ({
  page,
}) => {
  // The browser gives a frame on another site no storage at all; what counts is a page of our own.
  const kept = { 'faultline:language': '"es"', 'faultline:theme': '"dark"' };
  await page.addInitScript((settings) => {
    for (const [key, value] of Object.entries(settings)) localStorage.setItem(key, value);
  }, kept);
  await page.goto('./?embed=1&fail=payment:slow:50');
  // What the address asks for can be lifted, and set again.
  const chip = page.getByRole('button', { name: 'Payment ×50' });
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  await page.locator('label', { hasText: 'Microservices' }).click();
  await expect(page.getByRole('region', { name: 'Monolith' })).toBeHidden();
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(kept);
});

test.describe('an address of an embed', () => {
  test('without controls shows the picture, the sentence and the way out', async ({ foreign }) => {
    await foreign.open({ query: 'lang=en&controls=0' });
    const { frame } = foreign;
    await expect.poll(() => foreign.clockSeconds()).toBeGreaterThan(0);
    await expect(frame.getByText('All is well.', { exact: false })).toBeVisible();
    await expect(frame.getByRole('link', { name: /Explore/ })).toBeVisible();
    await expect(frame.getByRole('button')).toHaveCount(0);
    await expect(frame.getByRole('radio')).toHaveCount(0);
  });

  test('without autoplay waits for the reader', async ({ foreign }) => {
    await foreign.open({ query: 'lang=en&autoplay=0&controls=0' });
    const play = foreign.frame.getByRole('button', { name: 'Play' });
    await expect(play).toBeEnabled();
    await expect(foreign.frame.getByRole('timer')).toHaveText('00:00');
    await play.click();
    await expect.poll(() => foreign.clockSeconds()).toBeGreaterThan(0);
  });

  test('with damaged values falls back and says which, under a strict content policy too', async ({
    foreign,
  }) => {
    await foreign.open({
      query: 'lang=en&seed=x1&view=pyramid&controls=maybe&autoplay=2&story=nope',
      contentSecurityPolicy:
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; worker-src 'self'",
    });
    const { frame } = foreign;
    const notices = frame.getByRole('region', { name: 'Notices' });
    for (const quoted of ['pyramid', 'x1', 'nope', 'controls=maybe', 'autoplay=2']) {
      await expect(notices).toContainText(quoted);
      await notices.getByRole('button').click();
    }
    await expect(notices).toBeEmpty();
    await expect.poll(() => foreign.clockSeconds()).toBeGreaterThan(1);
  });
});

test('an embed works in a sandbox, where there is neither storage nor worker', async ({
  foreign,
  page,
}) => {
  await foreign.open({ query: 'lang=en&fail=payment', sandbox: 'allow-scripts' });
  await expect.poll(() => foreign.clockSeconds()).toBeGreaterThan(1);
  await expect(foreign.frame.getByText(/^Payment down\. Monolith: 0%/)).toBeVisible();
  expect(page.workers()).toEqual([]);
});

for (const [query, width, height] of [
  ['lang=es&theme=light&fail=payment', 640, 400],
  ['lang=en&theme=dark&story=payment-down&step=1', 320, 240],
] as const) {
  test(`axe finds nothing to object to in ${query}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`./?embed=1&${query}`);
    await expect(page.locator('.figure-node').first()).toBeVisible();
    expect(await objections(page)).toEqual([]);
  });
}
