/**
 * Boxes that are dragged snap to the edges and middles of those that stand, and
 * lines show what they are in line with.
 */
import { type Box, bottom, right } from './box';

/** A straight line between two points, along one axis. */
export interface GuideLine {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface Alignment {
  /** How far the dragged box must move to be in line, px. */
  dx: number;
  dy: number;
  lines: readonly GuideLine[];
}

/** Nearest line within `tolerance` px on each axis, for a box among those that stand. */
export function alignmentOf(box: Box, standing: readonly Box[], tolerance: number): Alignment {
  const dx = nearestShift(box, standing, acrossOf, tolerance);
  const dy = nearestShift(box, standing, alongOf, tolerance);
  const moved = { ...box, x: box.x + (dx ?? 0), y: box.y + (dy ?? 0) };
  const lines: GuideLine[] = [];
  if (dx !== null) lines.push(...linesAt(moved, standing, acrossOf, uprightLine));
  if (dy !== null) lines.push(...linesAt(moved, standing, alongOf, levelLine));
  return { dx: dx ?? 0, dy: dy ?? 0, lines };
}

type Marks = (box: Box) => readonly number[];

const acrossOf: Marks = (box) => [box.x, box.x + box.width / 2, right(box)];
const alongOf: Marks = (box) => [box.y, box.y + box.height / 2, bottom(box)];

function nearestShift(
  box: Box,
  standing: readonly Box[],
  marksOf: Marks,
  tolerance: number,
): number | null {
  let nearest: number | null = null;
  const own = marksOf(box);
  for (const other of standing) {
    for (const mark of marksOf(other)) {
      for (const ownMark of own) {
        const shift = mark - ownMark;
        if (Math.abs(shift) > tolerance) continue;
        if (nearest === null || Math.abs(shift) < Math.abs(nearest)) nearest = shift;
      }
    }
  }
  return nearest;
}

/** Marks nearer than this are the same, px. */
const same = 0.51;

/** One line for each mark of the box on which others stand as well, as long as it takes to reach them. */
function linesAt(
  box: Box,
  standing: readonly Box[],
  marksOf: Marks,
  lineOf: (mark: number, boxes: readonly Box[]) => GuideLine,
): GuideLine[] {
  return marksOf(box).flatMap((mark) => {
    const inLine = standing.filter((other) =>
      marksOf(other).some((theirs) => Math.abs(theirs - mark) < same),
    );
    return inLine.length === 0 ? [] : [lineOf(mark, [box, ...inLine])];
  });
}

function uprightLine(x: number, boxes: readonly Box[]): GuideLine {
  const y1 = Math.min(...boxes.map((box) => box.y));
  return { x1: x, y1, x2: x, y2: Math.max(...boxes.map(bottom)) };
}

function levelLine(y: number, boxes: readonly Box[]): GuideLine {
  const x1 = Math.min(...boxes.map((box) => box.x));
  return { x1, y1: y, x2: Math.max(...boxes.map(right)), y2: y };
}
