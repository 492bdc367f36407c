/** Cost over load, a line for each cut, as a drawing by itself. */
import type { ScalingPoint } from '../simulation/replications/scaling-search';
import type { Picture } from './export-buttons';
import { type Palette, svgNote, svgText } from './picture';

export interface ScalingLine {
  name: string;
  points: readonly ScalingPoint[];
}

export interface ScalingWords {
  title: string;
  /** What was looked for; left out where it stands beside the drawing. */
  note: string | null;
  load: string;
  cliff: string;
  rate(perSecond: number): string;
  money(usd: number): string;
}

const widths = { usual: 760, narrow: 350 } as const;
const plotHeight = 360;
/** Labels of the axis closer than this, px, would run into each other. */
const tickGapMin = 36;

export function scalingPicture(
  lines: readonly ScalingLine[],
  words: ScalingWords,
  palette: Palette,
  size: keyof typeof widths = 'usual',
): Picture {
  const width = widths[size];
  const plot = { left: size === 'usual' ? 70 : 52, top: 56, right: width - 20, bottom: 310 };
  const points = lines.flatMap((line) => line.points);
  const loadMax = Math.max(1, ...points.map((point) => point.arrivalRatePerSecond));
  const costMax = Math.max(0.01, ...points.map(({ usdPerHour }) => usdPerHour ?? 0)) * 1.1;
  const x = (load: number) => plot.left + ((plot.right - plot.left) * load) / loadMax;
  const y = (usd: number) => plot.bottom - ((plot.bottom - plot.top) * usd) / costMax;
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const usd = costMax * share;
    const line = `<line x1="${plot.left}" x2="${plot.right}" y1="${y(usd)}" y2="${y(usd)}" stroke="${palette.hairline}"/>`;
    return line + svgText(plot.left - 8, y(usd) + 4, words.money(usd), palette.muted, 'end');
  });
  const loads = [...new Set(points.map((point) => point.arrivalRatePerSecond))];
  const ticks = apart(loads.map(x)).map((index) =>
    svgText(x(loads[index]), plot.bottom + 18, words.rate(loads[index]), palette.muted, 'middle'),
  );
  const legendStep = (plot.right - plot.left) / (size === 'usual' ? 3.35 : 2.2);
  const drawn = lines.map((line, index) => {
    const color = index === 0 ? palette['series-1'] : palette['series-2'];
    const held = line.points.filter(({ usdPerHour }) => usdPerHour !== null);
    const path = held
      .map((point) => `${x(point.arrivalRatePerSecond)},${y(point.usdPerHour ?? 0)}`)
      .join(' ');
    const dots = held.map(
      (point) =>
        `<circle cx="${x(point.arrivalRatePerSecond)}" cy="${y(point.usdPerHour ?? 0)}" r="4" fill="${color}"/>`,
    );
    const label = `<rect x="${plot.left + legendStep * index}" y="34" width="14" height="3" fill="${color}"/>${svgText(plot.left + 20 + legendStep * index, 40, line.name, palette.ink)}`;
    return `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join('')}${label}${cliff(line, index)}`;
  });
  function cliffAt({ points: own }: ScalingLine, index: number): number | null {
    const first = own.find(({ usdPerHour }) => usdPerHour === null);
    return first === undefined ? null : x(first.arrivalRatePerSecond) - 3 + 6 * index;
  }
  function cliff(line: ScalingLine, index: number): string {
    const at = cliffAt(line, index);
    if (at === null) return '';
    // Where both stand side by side, the words stand left of both.
    const near = lines.map(cliffAt).filter((other) => other !== null);
    const left = Math.min(at, ...near.filter((other) => Math.abs(other - at) < 10));
    const label = `${line.name}: ${words.cliff}`;
    const text = svgText(left - 6, plot.bottom - 10 - 16 * index, label, palette.failed, 'end');
    return `<line x1="${at}" x2="${at}" y1="${plot.top}" y2="${plot.bottom}" stroke="${palette.failed}" stroke-dasharray="${index === 0 ? '6 4' : '2 3'}"/>${text}`;
  }
  const noteAt = { x: plot.left, y: plotHeight, width: plot.right - plot.left, fontSize: 12 };
  const below = words.note === null ? null : svgNote(noteAt, words.note, palette.muted);
  const height = plotHeight + (below === null ? 0 : below.height + 16);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter Variable, Inter, system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="${palette.panel}"/>`,
    svgText(size === 'usual' ? plot.left : 4, 20, words.title, palette.ink, 'start', 700),
    ...grid,
    ...ticks,
    ...drawn,
    svgText(plot.right, plotHeight - 12, words.load, palette.muted, 'end'),
    below?.svg ?? '',
    '</svg>',
  ].join('\n');
  return { svg, width, height };
}

/** Places of the ticks that are far enough from each other, the last one always among them. */
function apart(places: readonly number[]): number[] {
  const chosen: number[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    if (next - places[index] < tickGapMin) continue;
    chosen.unshift(index);
    next = places[index];
  }
  return chosen;
}
