/** The failure map as a drawing by itself, for papers and slides. */
import type { Picture } from './export-buttons';
import { depthOf, inkOf, type Palette, svgNote, svgText } from './picture';

export interface MapPictureRow {
  label: string;
  harmed: readonly (readonly number[])[];
}

const labelWidth = 230;
const cellWidth = 116;
const cellHeight = 24;
const headHeight = 72;
const margin = 16;

export interface MapPictureWords {
  title: string;
  legend: string;
  /** What a share is one of. */
  note: string;
  journeys: readonly string[];
  percent(share: number): string;
}

export function failureMapPicture(
  { title, legend, note, journeys, percent }: MapPictureWords,
  rows: readonly MapPictureRow[],
  palette: Palette,
): Picture {
  const width = 2 * margin + labelWidth + Math.max(3, journeys.length) * cellWidth;
  const noteAt = {
    x: margin,
    y: headHeight + margin + rows.length * cellHeight,
    width: width - 2 * margin,
    fontSize: 11,
  };
  const below = svgNote(noteAt, note, palette.muted);
  const height = noteAt.y + below.height + margin;
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
    below.svg,
    '</svg>',
  ].join('\n');
  return { svg, width, height };
}
