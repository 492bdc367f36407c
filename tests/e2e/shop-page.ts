import type { Locator, Page } from '@playwright/test';
import { expect } from './expect';

export type Side = 'Monolith' | 'Microservices';

/** The page as a reader meets it, in English: by the names of things, not by their place in the DOM. */
export class ShopPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page, and waits until the simulation runs. `query` is the part of the address behind `?`. */
  async open(query = 'lang=en'): Promise<void> {
    await this.page.goto(`./?${query}`);
    await this.untilClockPasses(0.2);
  }

  pane(side: string): Locator {
    return this.page.getByRole('region', { name: side, exact: true });
  }

  get inspector(): Locator {
    return this.page.getByRole('region', { name: 'Inspector' });
  }

  /** Who gets through of those who came for this: one cell for each side. */
  outcomes(journey: string): Locator {
    return this.page.getByRole('row').filter({ hasText: journey }).getByRole('cell');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A segment of a control, such as the speed `10×`. */
  async choose(group: string, choice: string): Promise<void> {
    const label = this.page.getByRole('radiogroup', { name: group }).locator('label');
    await label.filter({ hasText: choice }).click();
  }

  /** Does what the palette finds first. */
  async command(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByRole('combobox', { name: 'Search for what to do' }).fill(words);
    await this.page.keyboard.press('Enter');
  }

  /** Simulated seconds on the clock. */
  async clockSeconds(): Promise<number> {
    const text = await this.page.getByRole('timer').innerText();
    const [minutes = '', seconds = ''] = text.replace(',', '.').split(':');
    return Number(minutes) * 60 + Number(seconds);
  }

  async untilClockPasses(seconds: number): Promise<void> {
    await expect.poll(() => this.clockSeconds(), { timeout: 60_000 }).toBeGreaterThan(seconds);
  }

  /** A headline figure of one side as a number: `99.9%` is 99.9; NaN where there is a dash. */
  async figure(side: Side, name: string): Promise<number> {
    const figures = this.pane(side).locator('dl > div');
    const text = await figures.filter({ hasText: name }).locator('dd').innerText();
    return Number.parseFloat(text.replace(/[^\d.]/g, ''));
  }
}
