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

/** Letters of a sentence are about so wide, in parts of their size, also where the page's own are not at hand. */
const letterWidth = 0.6;

/** A sentence that may take several lines, below a drawing that is taken away from what explains it. */
export function svgNote(
  { x, y, width, fontSize }: { x: number; y: number; width: number; fontSize: number },
  text: string,
  fill: string,
): { svg: string; height: number } {
  const lines: string[] = [];
  const lengthMax = Math.floor(width / (fontSize * letterWidth));
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= lengthMax) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const lineHeight = fontSize * 1.4;
  const svg = lines.map((line, index) => svgText(x, y + (index + 1) * lineHeight, line, fill));
  return { svg: svg.join('\n'), height: Math.ceil(lines.length * lineHeight) };
}
