/** Rectangles of the drawing, in its own pixels: x to the right, y down. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export function centerX(box: Box): number {
  return box.x + box.width / 2;
}

export function centerY(box: Box): number {
  return box.y + box.height / 2;
}

export function right(box: Box): number {
  return box.x + box.width;
}

export function bottom(box: Box): number {
  return box.y + box.height;
}

/** Boxes that only touch do not overlap; `margin` widens the first one on all sides. */
export function overlaps(a: Box, b: Box, margin = 0): boolean {
  return (
    a.x - margin < right(b) &&
    b.x < right(a) + margin &&
    a.y - margin < bottom(b) &&
    b.y < bottom(a) + margin
  );
}

export function grownBy(box: Box, margin: number): Box {
  const { x, y, width, height } = box;
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    right(inner) <= right(outer) &&
    bottom(inner) <= bottom(outer)
  );
}

/** The smallest box around all of them; an empty box at the origin around none. */
export function unionOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map(right)) - x,
    height: Math.max(...boxes.map(bottom)) - y,
  };
}
