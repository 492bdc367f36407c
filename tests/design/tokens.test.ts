import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/design/tokens.css', 'utf8');

type Palette = Record<string, string>;

/** The custom properties of the first block with this selector. */
function blockOf(selector: string): Palette {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]),
  );
}

const light = blockOf(':root');
const dark = { ...light, ...blockOf(":root[data-theme='dark']") };

/** Relative luminance as the Web Content Accessibility Guidelines 2.2 define it. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const surfaces = ['--paper', '--panel', '--raised', '--sunken', '--hull'];

/** Words, and the surfaces that they stand on. */
const words: [string, string[]][] = [
  ['--ink', [...surfaces, '--fine-soft', '--degraded-soft', '--failed-soft', '--accent-soft']],
  ['--muted', [...surfaces, '--accent-soft']],
  ['--accent', [...surfaces, '--accent-soft']],
  ['--fine-text', [...surfaces, '--fine-soft']],
  ['--degraded-text', [...surfaces, '--degraded-soft']],
  ['--failed-text', [...surfaces, '--failed-soft']],
  ['--on-ink', ['--ink']],
  ['--on-accent', ['--accent', '--accent-strong']],
];

const shapes = [
  '--fine',
  '--degraded',
  '--failed',
  '--accent',
  '--control-border',
  '--journey-1',
  '--journey-2',
  '--journey-3',
  '--journey-4',
  '--journey-other',
  '--series-1',
  '--series-2',
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_name, palette) => {
  test.each(words)('%s can be read on its surfaces: at least 4.5 : 1', (word, on) => {
    const weak = on.filter((surface) => contrast(palette[word], palette[surface]) < 4.5);
    expect(weak).toEqual([]);
  });

  test.each(shapes)('%s can be seen: at least 3 : 1', (shape) => {
    const weak = surfaces.filter((surface) => contrast(palette[shape], palette[surface]) < 3);
    expect(weak).toEqual([]);
  });
});

test('the dark palette is the same by choice and by the system', () => {
  expect(blockOf(":root:not([data-theme='light'])")).toEqual(blockOf(":root[data-theme='dark']"));
});

test('the dark palette redefines every colour of the light one', () => {
  expect(Object.keys(blockOf(":root[data-theme='dark']"))).toEqual(Object.keys(light));
});
