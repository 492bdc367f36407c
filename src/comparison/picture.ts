/** What drawings that leave the page are made of: the colours of the page's theme, and text. */

const tokens = ['ink', 'muted', 'panel', 'failed', 'hairline', 'series-1', 'series-2'] as const;

export type Palette = Readonly<Record<(typeof tokens)[number], string>>;

/** The colours as they are on the page now. */
export function pagePalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const entries = tokens.map((name) => [name, style.getPropertyValue(`--${name}`).trim()] as const);
  return Object.fromEntries(entries) as Palette;
}

/** From this share on, a surface has the full colour of failure, and its text the opposite. */
export const deepFrom = 0.75;

/** How much of the colour of failure a share gets, in percent: text on it keeps its contrast. */
export function depthOf(share: number): number {
  return share < deepFrom
    ? 5 + (60 * share) / deepFrom
    : 95 + (5 * (share - deepFrom)) / (1 - deepFrom);
}

export function inkOf(share: number, palette: Palette): string {
  return share >= deepFrom ? palette.panel : palette.ink;
}

/** For text and attribute values of XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function svgText(
  x: number,
  y: number,
  text: string,
  fill: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  weight = 400,
): string {
  return `<text x="${x}" y="${y}" fill="${fill}" text-anchor="${anchor}" font-weight="${weight}">${escapeXml(text)}</text>`;
}
