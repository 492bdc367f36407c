import type { CDPSession, Locator, Page } from '@playwright/test';

interface Point {
  x: number;
  y: number;
}

/** One finger or two on a touch screen, as the browser itself reports them. */
export class Finger {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  async down(...points: Point[]): Promise<void> {
    await this.#send('touchStart', points);
  }

  /** Moves there in steps, as a hand does. */
  async glide(from: Point, to: Point): Promise<void> {
    for (let step = 1; step <= 8; step += 1) {
      const at = (one: number, other: number) => one + ((other - one) * step) / 8;
      await this.#send('touchMove', [{ x: at(from.x, to.x), y: at(from.y, to.y) }]);
    }
  }

  async up(): Promise<void> {
    await this.#send('touchEnd', []);
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.down(from);
    await this.glide(from, to);
    await this.up();
  }

  /** Two fingers part around a point, from one distance to another. */
  async spread({ x, y }: Point, fromPx: number, toPx: number): Promise<void> {
    const fingers = (apartPx: number) => [
      { x: x - apartPx / 2, y, id: 0 },
      { x: x + apartPx / 2, y, id: 1 },
    ];
    await this.down(...fingers(fromPx));
    for (let step = 1; step <= 8; step += 1) {
      await this.#send('touchMove', fingers(fromPx + ((toPx - fromPx) * step) / 8));
    }
    await this.up();
  }

  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

/** A point of an element, from its upper left corner, or from its lower right one where negative. */
export async function pointOn(element: Locator, dx: number, dy: number): Promise<Point> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('It is not on the page.');
  const along = (start: number, size: number, by: number) => start + (by < 0 ? size + by : by);
  return { x: along(box.x, box.width, dx), y: along(box.y, box.height, dy) };
}
