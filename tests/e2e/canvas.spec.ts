import type { Locator } from '@playwright/test';
import { expect, test } from './app';
import type { ShopPage } from './shop-page';

/** A part of a deployment by its name, as assistive technology meets it. */
function part(pane: Locator, name: string): Locator {
  return pane.getByRole('group', { name: new RegExp(`^${name},`) });
}

/** Where React Flow has put a part, in px of the drawing. */
function placeOf(node: Locator): Promise<string> {
  return node.evaluate((element) => (element as HTMLElement).style.transform);
}

async function dragBy(node: Locator, dx: number, dy: number): Promise<void> {
  const box = await node.boundingBox();
  if (box === null) throw new Error('The part is not on the page.');
  const { mouse } = node.page();
  // By its upper edge, where no module card lies.
  const x = box.x + box.width / 2;
  const y = box.y + 8;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + dx / 2, y + dy / 2);
  await mouse.move(x + dx, y + dy);
  await mouse.up();
}

interface Paint {
  /** Painted pixels. */
  count: number;
  /** Differs where anything painted differs. */
  hash: number;
}

/** What is painted on one of the layers over a graph: 0 states, 1 moving requests. */
function paintOn(pane: Locator, layer: 0 | 1): Promise<Paint> {
  return pane
    .locator('canvas')
    .nth(layer)
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { width, height } = canvas;
      const context = new OffscreenCanvas(width, height).getContext('2d', {
        willReadFrequently: true,
      });
      if (context === null || width === 0) return { count: 0, hash: 0 };
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      let count = 0;
      let hash = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] === 0) continue;
        count += 1;
        hash = (Math.imul(hash, 31) + at + data[at] + data[at + 1] * 3) | 0;
      }
      return { count, hash };
    });
}

/** The middle of the line that leaves one part below and reaches the other above; nothing else lies there. */
async function middleOfLine(pane: Locator, one: Locator, other: Locator) {
  const [from, to] = [await one.boundingBox(), await other.boundingBox()];
  if (from === null || to === null) throw new Error('The parts are not on the page.');
  const middle = await pane.evaluate(
    (drawn, [top, low]) => {
      const paths = [...drawn.querySelectorAll<SVGPathElement>('.call-reach')];
      const points = paths.map((path) => {
        const matrix = path.getScreenCTM();
        const at = (share: number) =>
          path.getPointAtLength(path.getTotalLength() * share).matrixTransform(matrix ?? undefined);
        return { start: at(0), middle: at(0.5), end: at(1) };
      });
      const line = points.find(
        ({ start, end }) => Math.abs(start.y - top) < 3 && Math.abs(end.y - low) < 3,
      );
      return line === undefined ? null : { x: line.middle.x, y: line.middle.y };
    },
    [from.y + from.height, to.y],
  );
  if (middle === null) throw new Error('No line leads from one part to the other.');
  return middle;
}

/** Waits until the page has drawn so many pictures. */
async function drawPictures({ page }: ShopPage, count: number): Promise<void> {
  await page.evaluate(async (pictures) => {
    for (let picture = 0; picture < pictures; picture += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, count);
}

test('the diagram moves with its run, and is arranged by pointer and by keyboard', async ({
  page,
  shop,
}) => {
  await shop.open();
  const pane = shop.pane('Microservices');
  const catalog = part(pane, 'Catalog');
  const inventory = part(pane, 'Inventory');

  await test.step('tidying up returns every unit to its automatic place', async () => {
    const monolith = shop.pane('Monolith');
    const unit = part(monolith, 'Shop');
    const before = await placeOf(unit);
    await dragBy(unit, 50, 30);
    await expect.poll(() => placeOf(unit)).not.toBe(before);
    await monolith.getByRole('button', { name: 'Tidy up' }).click();
    await expect.poll(() => placeOf(unit)).toBe(before);
  });

  await test.step('requests travel and slots fill while the run plays', async () => {
    for (const side of ['Monolith', 'Microservices']) {
      const shown = shop.pane(side);
      await expect.poll(async () => (await paintOn(shown, 0)).count).toBeGreaterThan(500);
      const seen = await paintOn(shown, 1);
      await expect.poll(async () => (await paintOn(shown, 1)).hash).not.toBe(seen.hash);
    }
    const dots = async () => (await paintOn(shop.pane('Monolith'), 1)).count;
    await expect.poll(dots).toBeGreaterThan(0);
  });

  await test.step('and stand still while it is paused', async () => {
    await shop.button('Pause').click();
    await expect(shop.button('Play')).toBeVisible();
    // The last frame that was asked for may still come in.
    await expect
      .poll(async () => {
        const one = await paintOn(pane, 1);
        await drawPictures(shop, 1);
        const other = await paintOn(pane, 1);
        return one.hash === other.hash;
      })
      .toBe(true);
    const paused = await paintOn(pane, 1);
    await drawPictures(shop, 10);
    expect((await paintOn(pane, 1)).hash).toBe(paused.hash);
  });

  await test.step('a legend says what the signs mean, and Escape puts it away', async () => {
    await shop.pane('Monolith').getByRole('button', { name: 'Legend' }).click();
    const legend = page.getByRole('region', { name: 'What you see here' });
    await expect(legend).toContainText('nobody waits for the answer');
    await expect(legend).toContainText(/1 dot =\s\d+\srequests/);
    await page.keyboard.press('Escape');
    await expect(legend).toBeHidden();
  });

  await test.step('several units are chosen with Shift and move together, in one piece', async () => {
    await catalog.click({ position: { x: 20, y: 8 } });
    await inventory.click({ position: { x: 20, y: 8 }, modifiers: ['Shift'] });
    await expect(catalog).toHaveClass(/selected/);
    await expect(inventory).toHaveClass(/selected/);
    await expect(shop.inspector).toContainText('all of them: Inventory and Catalog.');
    const offset = async () => {
      const places = await Promise.all([catalog, inventory].map(placeOf));
      const [one, other] = places.map((place) => place.match(/-?[\d.]+/g)?.map(Number) ?? []);
      return one.map((value, index) => value - other[index]);
    };
    const before = await offset();
    const place = await placeOf(inventory);
    await dragBy(catalog, -40, 30);
    await expect.poll(() => placeOf(inventory)).not.toBe(place);
    expect(await offset()).toEqual(before);
    await page.keyboard.press('Escape');
    await expect(catalog).not.toHaveClass(/selected/);
    await expect(inventory).not.toHaveClass(/selected/);
    await pane.getByRole('button', { name: 'Tidy up' }).click();
    await expect.poll(() => placeOf(inventory)).toBe(place);
  });

  await test.step('a rubber band chooses what it touches', async () => {
    const box = await catalog.boundingBox();
    if (box === null) throw new Error('The part is not on the page.');
    await page.keyboard.down('Shift');
    await page.mouse.move(box.x - 12, box.y - 12);
    await page.mouse.down();
    await page.mouse.move(box.x + 4, box.y + 4);
    await page.mouse.move(box.x + 12, box.y + 12);
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect(catalog).toHaveClass(/selected/);
    await expect(part(pane, 'Orders')).not.toHaveClass(/selected/);
    await page.keyboard.press('Escape');
  });

  await test.step('Enter opens a part in the inspector, arrows move it, Escape lets it go', async () => {
    const orders = part(pane, 'Orders');
    await orders.focus();
    await page.keyboard.press('Enter');
    await expect(shop.inspector.getByRole('heading', { name: 'Orders' })).toBeVisible();
    const before = await placeOf(orders);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => placeOf(orders)).not.toBe(before);
    await page.keyboard.press('Escape');
    await expect(orders).not.toHaveClass(/selected/);
  });

  await test.step('a unit that was dragged stays where it was put, also after a reload', async () => {
    const before = await placeOf(catalog);
    await dragBy(catalog, -60, 40);
    await expect.poll(() => placeOf(catalog)).not.toBe(before);
    const dropped = await placeOf(catalog);
    await page.reload();
    await expect.poll(() => placeOf(catalog)).toBe(dropped);
  });
});

test('for those who asked for less motion slots fill and nothing travels, and a line is clicked', async ({
  page,
  shop,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await shop.open();
  const pane = shop.pane('Microservices');

  await test.step('nothing travels, and slots still fill', async () => {
    await expect.poll(async () => (await paintOn(pane, 0)).count).toBeGreaterThan(500);
    await shop.untilClockPasses(2);
    expect((await paintOn(pane, 1)).count).toBe(0);
  });

  // Where requests travel along the line, a click that meets one opens that one.
  await test.step('a click on a line opens the call in the inspector, a right click its menu', async () => {
    const { x, y } = await middleOfLine(pane, part(pane, 'Orders'), part(pane, 'Inventory'));
    await page.mouse.click(x, y);
    await expect(shop.inspector.getByRole('heading', { level: 2 })).toContainText('→');
    // Within the monolith no line leads there: both ends light up.
    await expect(shop.pane('Monolith').locator('.is-counterpart')).toHaveCount(2);
    const cutNetwork = page.getByRole('menuitem', { name: /^Cut the network between/ });
    await page.mouse.click(x, y, { button: 'right' });
    await cutNetwork.click();
    const cut = shop.inspector.getByRole('button', { name: 'Cut', exact: true });
    await expect(cut).toHaveAttribute('aria-pressed', 'true');
  });
});

test('whatever the window, the words of the diagram are large enough to be read', async ({
  page,
  shop,
}) => {
  // The third party is one part more in a small picture.
  await shop.open('lang=es&fail=payment,card-processor:slow:50');
  await page.keyboard.press('Space');
  const expectReadable = (where: string) =>
    expect.poll(() => page.evaluate(smallestTypePx), where).toBeGreaterThan(8.9);
  for (const [width, height] of [
    [390, 844],
    [1024, 768],
    [1440, 900],
  ]) {
    await page.setViewportSize({ width, height });
    await expectReadable(`${width} px wide`);
  }
  await shop.button('Ampliar la línea de tiempo').click();
  await expectReadable('above an expanded timeline');
});

/** Of all that is written in the diagrams, on the screen; 0 where nothing is. */
function smallestTypePx(): number {
  const sizes = [...document.querySelectorAll('.react-flow__viewport')].flatMap((viewport) => {
    const zoom = new DOMMatrix(getComputedStyle(viewport).transform).a;
    return [...viewport.querySelectorAll('*')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter(({ childNodes }) =>
        [...childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
      )
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * zoom);
  });
  return sizes.length === 0 ? 0 : Math.min(...sizes);
}
