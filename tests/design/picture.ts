/**
 * Pictures that are compared as somebody sees them from a step further away:
 * each cell of 8 × 8 pixels becomes its mean colour. What is missing, moved or
 * of another colour shows; how a browser smooths the edge of a letter does not.
 * The kept pictures are PNG files, one pixel per cell. `UPDATE_PICTURES=1`
 * takes them anew.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

const cellPx = 8;
/** Levels of 255 by which a cell may differ before it counts. */
const levelsMax = 24;
/** So many cells may count. */
const cellsMax = 3;

interface Cells {
  width: number;
  height: number;
  /** Red, green and blue of each cell, row by row. */
  levels: Uint8Array;
}

/** Expects a part of the page to look as it did when its picture was taken. */
export async function expectPicture(page: Page, part: Locator, file: string): Promise<void> {
  const path = `tests/design/pictures/${file}.png`;
  const now = await cellsOf(page, await part.screenshot({ animations: 'disabled' }), cellPx);
  if (process.env.UPDATE_PICTURES === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await pngOf(page, now));
  }
  expect(existsSync(path), `${path} is missing; UPDATE_PICTURES=1 takes it`).toBe(true);
  const kept = await cellsOf(page, readFileSync(path), 1);
  expect({ width: now.width, height: now.height }, `size of ${file} in cells`).toEqual({
    width: kept.width,
    height: kept.height,
  });
  const different = differentCells(now, kept);
  const places = different.slice(0, 12).map(({ x, y }) => `${x * cellPx},${y * cellPx}`);
  expect(
    different.length,
    `${file} looks different around ${places.join(' ')}`,
  ).toBeLessThanOrEqual(cellsMax);
}

function differentCells(one: Cells, other: Cells): { x: number; y: number }[] {
  const isDifferent = (cell: number) =>
    [0, 1, 2].some(
      (channel) =>
        Math.abs(one.levels[cell * 3 + channel] - other.levels[cell * 3 + channel]) > levelsMax,
    );
  return Array.from({ length: one.width * one.height }, (_, cell) => cell)
    .filter(isDifferent)
    .map((cell) => ({ x: cell % one.width, y: Math.floor(cell / one.width) }));
}

/** The mean colours of a PNG's cells. The browser itself decodes it. */
async function cellsOf(page: Page, png: Buffer, size: number): Promise<Cells> {
  const { levels, ...cells } = await page.evaluate(
    async ([base64, cell]) => {
      const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('No canvas.');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const [width, height] = [bitmap.width, bitmap.height].map((px) => Math.floor(px / cell));
      let means = '';
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          for (let channel = 0; channel < 3; channel += 1) {
            let sum = 0;
            for (let at = 0; at < cell * cell; at += 1) {
              const pixel = (y * cell + Math.floor(at / cell)) * bitmap.width + x * cell;
              sum += data[(pixel + (at % cell)) * 4 + channel];
            }
            means += String.fromCharCode(Math.round(sum / (cell * cell)));
          }
        }
      }
      // One text arrives much sooner than so many numbers.
      return { width, height, levels: btoa(means) };
    },
    [png.toString('base64'), size] as const,
  );
  return { ...cells, levels: Buffer.from(levels, 'base64') };
}

async function pngOf(page: Page, { width, height, levels }: Cells): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([columns, rows, rgb]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [columns, rows];
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('No canvas.');
      const image = context.createImageData(columns, rows);
      for (let cell = 0; cell < columns * rows; cell += 1) {
        image.data.set([rgb[cell * 3], rgb[cell * 3 + 1], rgb[cell * 3 + 2], 255], cell * 4);
      }
      context.putImageData(image, 0, 0);
      return canvas.toDataURL('image/png').split(',')[1];
    },
    [width, height, [...levels]] as const,
  );
  return Buffer.from(base64, 'base64');
}
