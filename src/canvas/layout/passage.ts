/**
 * The way of one call through rows in which all other calls have theirs, with the fewest
 * crossings and, of those, the shortest: down in a lane beside what stands there, back up
 * where that helps, and around the whole if need be (Dijkstra's search).
 */
import { NearestFirst } from './nearest-first';
import type { Pass, ThreadedRows } from './threaded-rows';

/** A crossing is avoided at any length: so many px weigh as much as one. */
const crossingPx = 1_000_000;
/** Links beside a way may first become more and then fewer again. */
const slackPx = 2 * crossingPx;
/** A row and the room below it, px. */
const rowPx = 120;
/** A turn weighs as much, px. */
const turnPx = 60;

export interface Passage {
  passes: Pass[];
  /** Places looked at. */
  work: number;
}

/** Between which links of its ends a way must begin and end. */
export interface Corners {
  /** Links to what is numbered below this limit must be kept to their side; others not. */
  below: number;
  /** So many of the links below its beginning are on the left of it. */
  linksLeft: number;
  /** Whether it ends on the left of the link above its end. */
  isLeft: boolean;
}

/** From a node to one in a lower row; anywhere at their sides unless `corners` says where. */
export function passageOf(
  rows: ThreadedRows,
  upper: number,
  lower: number,
  corners: Corners | null = null,
): Passage {
  let work = 0;
  // Most cross few: to look for those first leaves most of the drawing out.
  for (let crossingsMax = 1; ; crossingsMax *= 4) {
    const search = new PassageSearch(rows, { upper, lower, corners }, crossingsMax);
    const passes = search.passes();
    work += search.work;
    if (passes !== null) return { passes, work };
  }
}

class PassageSearch {
  work = 0;
  readonly #rows: ThreadedRows;
  readonly #from: number;
  readonly #to: number;
  readonly #corners: Corners | null;
  /** Links below the beginning: −1 on its left, 1 on its right, none where they do not matter. */
  readonly #ownSides: ReadonlyMap<number, number>;
  /** Number of the first place of each row. */
  readonly #offsets: number[] = [];
  /** By twice the number of a place, and one more for a way upwards. */
  readonly #distances: Float64Array;
  readonly #before: Int32Array;
  readonly #rowOf: Int32Array;
  readonly #queue = new NearestFirst();
  /** Where it now stands: in front of a place, or at the beginning. */
  #state = atStart;
  #row = 0;
  #place = 0;
  #x = 0;
  #best: number;
  #last = noState;

  constructor(rows: ThreadedRows, { upper, lower, corners }: Ends, crossingsMax: number) {
    this.#rows = rows;
    this.#from = upper;
    this.#to = lower;
    this.#corners = corners;
    this.#ownSides = ownSidesOf(rows, upper, corners);
    this.#best = (crossingsMax + 1) * crossingPx;
    let count = 0;
    for (const row of rows.rows) {
      this.#offsets.push(count);
      count += row.length + 1;
    }
    this.#rowOf = new Int32Array(count);
    rows.rows.forEach((row, index) => {
      this.#rowOf.fill(index, this.#offsets[index], this.#offsets[index] + row.length + 1);
    });
    this.#distances = new Float64Array(2 * count).fill(Number.POSITIVE_INFINITY);
    this.#before = new Int32Array(2 * count);
  }

  /** `null` where every way crosses more. */
  passes(): Pass[] | null {
    this.#leave();
    for (let state = this.#queue.pop(); state !== null; state = this.#queue.pop()) {
      if (this.#queue.distance >= this.#best) break;
      if (this.#queue.distance === this.#distances[state]) this.#goOn(state);
    }
    if (this.#last === noState) return null;
    const passes: Pass[] = [];
    for (let state = this.#last; state !== atStart; state = this.#before[state]) {
      passes.push(this.#passOf(state));
    }
    return passes.reverse();
  }

  #leave(): void {
    const { rowOf, places, below } = this.#rows;
    const row = rowOf[this.#from];
    const place = places[this.#from];
    const { downTo, crossedDown } = this.#rows.gapBelow(row);
    // Its own links count as on the right so far.
    const own = below[this.#from].reduce((sum, other) => {
      const side = this.#ownSides.get(other) ?? 0;
      return sum + (places[other] < downTo[place] ? (side === 1 ? 0 : -1) : side === -1 ? 1 : 0);
    }, 0);
    const edges = this.#rows.edgesOf(row);
    this.#stand(atStart, row, place, (edges[place] + edges[place + 1]) / 2);
    this.#goAcross(row + 1, 0, downTo[place], crossedDown[place] + own);
  }

  #goOn(state: number): void {
    const number = state >> 1;
    const row = this.#rowOf[number];
    const place = number - this.#offsets[row];
    const isUp = state % 2 === 1;
    const distance = this.#distances[state];
    this.#stand(state, row, place, this.#rows.edgesOf(row)[place]);
    if (row + 1 < this.#rows.rows.length) {
      const { downTo, crossedDown } = this.#rows.gapBelow(row);
      const toHere = distance + (isUp ? turnPx : 0);
      this.#goAcross(row + 1, toHere, downTo[place], crossedDown[place]);
    }
    if (row > 0) {
      const { upTo, crossedUp } = this.#rows.gapBelow(row - 1);
      const toHere = distance + (isUp ? 0 : turnPx);
      this.#goAcross(row - 1, toHere, upTo[place], crossedUp[place]);
    }
  }

  #stand(state: number, row: number, place: number, x: number): void {
    this.#state = state;
    this.#row = row;
    this.#place = place;
    this.#x = x;
  }

  /** To places of a neighbouring row: on either side of the one straight across, as long as not too many links are crossed. */
  #goAcross(toRow: number, distance: number, middle: number, fewest: number): void {
    const nodes = this.#rows.rows[toRow];
    const isLast = toRow > this.#row && toRow === this.#rows.rowOf[this.#to];
    let crossings = fewest;
    for (let to = middle; ; to += 1) {
      if (isLast && nodes[to] === this.#to) this.#arrive(toRow, distance, crossings);
      if (!this.#reach(toRow, to, distance, crossings) || to === nodes.length) break;
      crossings += this.#passed(nodes[to], toRow);
    }
    crossings = fewest;
    for (let to = middle - 1; to >= 0; to -= 1) {
      crossings -= this.#passed(nodes[to], toRow);
      if (isLast && nodes[to] === this.#to) this.#arrive(toRow, distance, crossings);
      if (!this.#reach(toRow, to, distance, crossings)) break;
    }
  }

  /** Crossings more if a line from here leads to the right of a node of another row instead of to its left. */
  #passed(node: number, toRow: number): number {
    const { places, above, below } = this.#rows;
    let more = 0;
    for (const one of toRow > this.#row ? above[node] : below[node]) {
      if (this.#state === atStart && one === this.#from) more += this.#ownSides.get(node) ?? 0;
      else more += places[one] < this.#place ? -1 : 1;
    }
    return more;
  }

  /** Whether a way that crosses so many links can still be the best. */
  #reach(toRow: number, to: number, distance: number, crossings: number): boolean {
    this.work += 1;
    const crossed = distance + crossingPx * crossings;
    if (crossed >= this.#best + slackPx) return false;
    const across = Math.abs(this.#x - this.#rows.edgesOf(toRow)[to]);
    const next = 2 * (this.#offsets[toRow] + to) + (toRow < this.#row ? 1 : 0);
    const total = crossed + across + rowPx;
    if (total < this.#best && total < this.#distances[next]) {
      this.#distances[next] = total;
      this.#before[next] = this.#state;
      this.#queue.push(total, next);
    }
    return true;
  }

  /** The links that end where the way does are not crossed by it, unless it must end on their other side. */
  #arrive(toRow: number, distance: number, crossings: number): void {
    const { above, places } = this.#rows;
    let own = 0;
    for (const one of above[this.#to]) {
      const isOnLeft = places[one] < this.#place;
      if (isOnLeft) own += 1;
      if (this.#corners === null || one >= this.#corners.below) continue;
      if (isOnLeft === this.#corners.isLeft) own -= 1;
    }
    const edges = this.#rows.edgesOf(toRow);
    const end = places[this.#to];
    const across = Math.abs(this.#x - (edges[end] + edges[end + 1]) / 2);
    const total = distance + crossingPx * (crossings - own) + across + rowPx;
    if (total >= this.#best) return;
    this.#best = total;
    this.#last = this.#state;
  }

  #passOf(state: number): Pass {
    const number = state >> 1;
    const row = this.#rowOf[number];
    return { row, place: number - this.#offsets[row] };
  }
}

function ownSidesOf(
  { below, places }: ThreadedRows,
  from: number,
  corners: Corners | null,
): ReadonlyMap<number, number> {
  if (corners === null) return new Map();
  const kept = below[from].filter((other) => other < corners.below);
  kept.sort((a, b) => places[a] - places[b]);
  return new Map(kept.map((other, rank) => [other, rank < corners.linksLeft ? -1 : 1]));
}

interface Ends {
  upper: number;
  lower: number;
  corners: Corners | null;
}

/** Before the first pass, and no way at all. */
const atStart = -1;
const noState = -2;
