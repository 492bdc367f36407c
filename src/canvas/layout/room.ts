/**
 * Room for a box among others that stand: what is clear of them stays free, and one that grows where it
 * stands has the others make room. They are moved side by side and row by row, so that whatever was
 * left of, right of or below it, and of one another, still is.
 */
import { type Box, bottom, overlaps, right } from './box';

/** Boxes keep this far from one another, px. */
const boxGap = 14;
/** High boxes are higher still in other forms of a drawing: so much room is left below them, as a share. */
const belowShare = 0.16;

/** A box with its share of the gaps around it: two of them may touch. */
export function withRoom({ x, y, width, height }: Box): Box {
  const half = boxGap / 2;
  const below = Math.max(half, height * belowShare - half);
  return { x: x - half, y: y - half, width: width + boxGap, height: height + half + below };
}

export function haveRoom(one: Box, other: Box): boolean {
  return !overlaps(withRoom(one), withRoom(other));
}

type Boxes = ReadonlyMap<string, Box>;

/**
 * All boxes after the one with this id has taken on `size` where it stands: to the side where there is
 * room, else around the middle of its upper side, and others move away. What hangs at another
 * (`ownerOf`) goes with that, where this brings it upon nothing else.
 */
export function withGrown(
  standing: Boxes,
  id: string,
  size: { width: number; height: number },
  ownerOf: ReadonlyMap<string, string | undefined>,
): Boxes {
  const before = standing.get(id);
  if (before === undefined) return standing;
  const { x, y, width } = before;
  const tries = [x + (width - size.width) / 2, x, x + width - size.width].map((left) =>
    new Map(standing).set(id, { ...size, x: left, y }),
  );
  const free = tries.find((boxes) => hasRoom(boxes, id));
  if (free !== undefined) return free;
  const leaderOf = (other: string) => ownerOf.get(other) ?? other;
  const together = pushedAside(tries[0], id, before, leaderOf);
  return hasRoom(together, id) && staysApart(standing, together)
    ? together
    : pushedAside(tries[0], id, before, (other) => other);
}

function hasRoom(boxes: Boxes, id: string): boolean {
  const own = boxes.get(id);
  return [...boxes].every(
    ([other, box]) => other === id || own === undefined || haveRoom(own, box),
  );
}

/** Whether all are still on a side of one another on which they were. */
function staysApart(before: Boxes, after: Boxes): boolean {
  const all = [...before];
  return all.every(([one, box], index) =>
    all.slice(index + 1).every(([other, otherBox]) => {
      const roomOf = haveRoom(box, otherBox) ? withRoom : (own: Box) => own;
      const asides = asidesOf(roomOf(box), roomOf(otherBox));
      const present = asidesOf(roomOf(after.get(one) as Box), roomOf(after.get(other) as Box));
      return !asides.includes(true) || asides.some((isAside, side) => isAside && present[side]);
    }),
  );
}

function asidesOf(one: Box, other: Box): boolean[] {
  return [
    right(one) <= other.x,
    right(other) <= one.x,
    bottom(one) <= other.y,
    bottom(other) <= one.y,
  ];
}

/** `before`: where the grown one ended. Whoever stands beyond an end goes with those that have to. */
function pushedAside(
  boxes: Boxes,
  id: string,
  before: Box,
  leaderOf: (id: string) => string,
): Boxes {
  const grown = boxes.get(id) as Box;
  const own = withRoom(grown);
  const asideOf = (other: string) => {
    const leader = leaderOf(other);
    const leading = leader === id ? undefined : boxes.get(leader);
    return asideFrom(before, leading ?? (boxes.get(other) as Box));
  };
  const needed = { left: 0, right: 0, down: 0 };
  for (const [other, box] of boxes) {
    if (other === id || haveRoom(grown, box)) continue;
    const room = withRoom(box);
    const { isLeft, isRight, isBelow } = asideOf(other);
    const across = isLeft ? right(room) - own.x : isRight ? right(own) - room.x : Infinity;
    const down = isBelow ? bottom(own) - room.y : Infinity;
    if (isBelow && down <= across) needed.down = Math.max(needed.down, down);
    else if (isLeft) needed.left = Math.max(needed.left, across);
    else if (isRight) needed.right = Math.max(needed.right, across);
  }
  return new Map(
    [...boxes].map(([other, box]) => {
      if (other === id) return [other, box];
      const { isLeft, isRight, isBelow } = asideOf(other);
      const x = box.x + (isRight ? needed.right : 0) - (isLeft ? needed.left : 0);
      return [other, { ...box, x, y: box.y + (isBelow ? needed.down : 0) }];
    }),
  );
}

function asideFrom(before: Box, box: Box) {
  return {
    isLeft: right(box) <= before.x,
    isRight: box.x >= right(before),
    isBelow: box.y >= bottom(before),
  };
}
