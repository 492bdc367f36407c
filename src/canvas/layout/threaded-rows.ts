/**
 * Rows of nodes into which the ways of calls are threaded, one after the other: each has a
 * place of its own in every row that it passes. Between a row and the next there are links.
 */
import { crossingsBelow } from './weave';

/** Where a way passes a row: before what now stands at this place. */
export interface Pass {
  row: number;
  place: number;
}

/** Where lines between two rows cross fewest links, by the place before which they begin. */
export interface Gap {
  /** The place before which such a line ends in the lower row, and how many links it crosses. */
  downTo: Int32Array;
  crossedDown: Int32Array;
  /** The same for lines that begin in the lower row. */
  upTo: Int32Array;
  crossedUp: Int32Array;
}

export class ThreadedRows {
  readonly rows: number[][];
  readonly rowOf: number[] = [];
  readonly places: number[] = [];
  /** What each node and pass is linked with in the row above it and in the one below. */
  readonly above: number[][] = [];
  readonly below: number[][] = [];
  readonly widths: number[] = [];
  readonly #gaps: (Gap | undefined)[] = [];
  readonly #edges: (Float64Array | undefined)[] = [];

  constructor(rowCount: number) {
    this.rows = Array.from({ length: rowCount }, () => []);
  }

  /** The number of what is put at the end of a row. */
  append(row: number, width: number): number {
    return this.insert({ row, place: this.rows[row].length }, width);
  }

  insert({ row, place }: Pass, width: number): number {
    const node = this.rowOf.length;
    this.rowOf.push(row);
    this.places.push(place);
    this.above.push([]);
    this.below.push([]);
    this.widths.push(width);
    this.rows[row].splice(place, 0, node);
    this.#settle(row, place);
    return node;
  }

  remove(node: number): void {
    const row = this.rowOf[node];
    this.rows[row].splice(this.places[node], 1);
    this.#settle(row, this.places[node]);
  }

  /** Between neighbouring rows, whichever comes first. */
  link(one: number, other: number): void {
    const [upper, lower] = this.#ordered(one, other);
    this.below[upper].push(lower);
    this.above[lower].push(upper);
    this.#gaps[this.rowOf[upper]] = undefined;
  }

  unlink(one: number, other: number): void {
    const [upper, lower] = this.#ordered(one, other);
    this.below[upper].splice(this.below[upper].indexOf(lower), 1);
    this.above[lower].splice(this.above[lower].indexOf(upper), 1);
    this.#gaps[this.rowOf[upper]] = undefined;
  }

  crossings(): number {
    return this.rows.reduce((sum, _, row) => sum + crossingsBelow(this, row), 0);
  }

  /** Where things stand from left to right, each row around 0: the left edge by place, px. */
  edgesOf(row: number): Float64Array {
    const known = this.#edges[row];
    if (known !== undefined) return known;
    const widths = this.rows[row].map((node) => this.widths[node]);
    const edges = new Float64Array(widths.length + 1);
    edges[0] = -widths.reduce((sum, width) => sum + width, 0) / 2;
    widths.forEach((width, place) => {
      edges[place + 1] = edges[place] + width;
    });
    this.#edges[row] = edges;
    return edges;
  }

  /** Between a row and the next. */
  gapBelow(row: number): Gap {
    const known = this.#gaps[row];
    if (known !== undefined) return known;
    const [upper, lower] = [this.rows[row], this.rows[row + 1]];
    const { above, below, places } = this;
    const [downTo, crossedDown] = fewestCrossed(upper, lower, below, above, places);
    const [upTo, crossedUp] = fewestCrossed(lower, upper, above, below, places);
    const gap = { downTo, crossedDown, upTo, crossedUp };
    this.#gaps[row] = gap;
    return gap;
  }

  #ordered(one: number, other: number): [number, number] {
    return this.rowOf[one] < this.rowOf[other] ? [one, other] : [other, one];
  }

  #settle(row: number, from: number): void {
    const nodes = this.rows[row];
    for (let place = from; place < nodes.length; place += 1) this.places[nodes[place]] = place;
    this.#edges[row] = undefined;
    this.#gaps[row] = undefined;
    this.#gaps[row - 1] = undefined;
  }
}

/**
 * Lines from before each place of one row to the other: as many links lie on their one side
 * there as here. One walk along both rows, counting what changes sides.
 */
function fewestCrossed(
  ones: readonly number[],
  others: readonly number[],
  linked: readonly (readonly number[])[],
  back: readonly (readonly number[])[],
  places: readonly number[],
): [Int32Array, Int32Array] {
  const to = new Int32Array(ones.length + 1);
  const crossed = new Int32Array(ones.length + 1);
  let at = 0;
  let count = 0;
  let leftHere = 0;
  let leftThere = 0;
  for (let place = 0; place <= ones.length; place += 1) {
    while (leftThere < leftHere) {
      for (const one of back[others[at]]) count += places[one] < place ? -1 : 1;
      leftThere += back[others[at]].length;
      at += 1;
    }
    to[place] = at;
    crossed[place] = count;
    if (place === ones.length) break;
    for (const other of linked[ones[place]]) count += places[other] < at ? -1 : 1;
    leftHere += linked[ones[place]].length;
  }
  return [to, crossed];
}
