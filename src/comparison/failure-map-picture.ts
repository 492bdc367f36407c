/** The failure map as a drawing by itself, for papers and slides. */
import type { Picture } from './export-buttons';
import { depthOf, inkOf, type Palette, svgText } from './picture';

export interface MapPictureRow {
  label: string;
  harmed: readonly (readonly number[])[];
}

const labelWidth = 230;
const cellWidth = 116;
const cellHeight = 24;
const headHeight = 72;
const margin = 16;

export function failureMapPicture(
  title: string,
  legend: string,
  journeys: readonly string[],
  rows: readonly MapPictureRow[],
  palette: Palette,
  percent: (share: number) => string,
): Picture {
  const width = 2 * margin + labelWidth + journeys.length * cellWidth;
  const height = margin + headHeight + rows.length * cellHeight + margin;
  const x = (column: number) => margin + labelWidth + column * cellWidth;
  const heads = journeys.map((name, column) =>
    svgText(x(column) + cellWidth / 2, headHeight, name, palette.ink, 'middle'),
  );
  const lines = rows.map(({ label, harmed }, row) => {
    const y = headHeight + 10 + row * cellHeight;
    const cells = harmed.flatMap((sides, column) =>
      sides.map((share, side) => {
        const halfWidth = (cellWidth - 6) / sides.length;
        const left = x(column) + 3 + side * halfWidth;
        const middle = y + cellHeight / 2 + 4;
        return `<rect x="${left}" y="${y + 1}" width="${halfWidth - 1}" height="${cellHeight - 2}" fill="${palette.failed}" fill-opacity="${(depthOf(share) / 100).toFixed(3)}"/>${svgText(left + halfWidth / 2, middle, percent(share), inkOf(share, palette), 'middle')}`;
      }),
    );
    return svgText(margin, y + cellHeight / 2 + 4, label, palette.ink) + cells.join('');
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, sans-serif" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="${palette.panel}"/>`,
    svgText(margin, 24, title, palette.ink, 'start', 700),
    svgText(margin, 42, legend, palette.muted),
    ...heads,
    ...lines,
    '</svg>',
  ].join('\n');
  return { svg, width, height };
}
