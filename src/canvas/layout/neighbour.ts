/** The nearest box in a direction, as a reader with arrow keys would expect. */
import type { Box } from './box';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Aside counts this many times as much as ahead. */
const asideWeight = 2;

/** Index of the neighbour of `boxes[index]`; `null` where nothing lies that way. */
export function neighbourOf(
  index: number,
  boxes: readonly Box[],
  direction: Direction,
): number | null {
  const own = centreOf(boxes[index]);
  let nearest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  boxes.forEach((box, other) => {
    if (other === index) return;
    const { x, y } = centreOf(box);
    const [ahead, aside] = turned(x - own.x, y - own.y, direction);
    // What lies more aside than ahead belongs to another direction.
    if (ahead <= 0 || Math.abs(aside) > ahead * 2) return;
    const distance = ahead + asideWeight * Math.abs(aside);
    if (distance >= least) return;
    least = distance;
    nearest = other;
  });
  return nearest;
}

function centreOf({ x, y, width, height }: Box) {
  return { x: x + width / 2, y: y + height / 2 };
}

function turned(dx: number, dy: number, direction: Direction): [number, number] {
  switch (direction) {
    case 'up':
      return [-dy, dx];
    case 'down':
      return [dy, dx];
    case 'left':
      return [-dx, dy];
    case 'right':
      return [dx, dy];
  }
}
