/**
 * Fewer crossings by moving whole subtrees. Each node and lane hangs at one of its neighbours in the row
 * above; links along which something hangs never cross. Siblings change places, with all that hangs at
 * them, and who could hang elsewhere goes there, while that takes crossings away. Exchanges within a row
 * do not find such orders, since on the way there more calls cross.
 */
import { arrange, crossingsBelow, settle, type Weave } from './weave';

interface Forest {
  /** What hangs at each node, from left to right. */
  hanging: number[][];
  /** What hangs at nothing, in all rows. */
  roots: number[];
  /** What each node hangs at; −1 for roots. */
  holderOf: Int32Array;
}

/** Changes the order that `weave` has. `workMax`: nodes and links that may be looked at. */
export function moveSubtrees(weave: Weave, workMax: number): void {
  const search = new SubtreeSearch(weave, workMax);
  while (search.crossings > 0 && search.round());
}

class SubtreeSearch {
  crossings: number;
  readonly #weave: Weave;
  readonly #forest: Forest;
  readonly #rowOf: Int32Array;
  /** Crossings between each row and the next. */
  readonly #counts: number[];
  #workLeft: number;

  constructor(weave: Weave, workMax: number) {
    this.#weave = weave;
    this.#workLeft = workMax;
    this.#forest = forestOf(weave);
    this.#rowOf = new Int32Array(weave.places.length);
    weave.rows.forEach((row, index) => {
      for (const node of row) this.#rowOf[node] = index;
    });
    arrange(weave, this.#rows());
    this.#counts = weave.rows.map((_, index) => crossingsBelow(weave, index));
    this.crossings = sumOf(this.#counts);
  }

  /** Tries every move once. Whether any has helped, and there is work left. */
  round(): boolean {
    const before = this.crossings;
    const { hanging, roots } = this.#forest;
    for (const siblings of [roots, ...hanging]) this.#exchangeSiblings(siblings);
    this.#weave.above.forEach((holders, node) => {
      if (holders.length > 1 && this.#forest.holderOf[node] >= 0) this.#hangElsewhere(node);
    });
    return this.crossings < before && this.#workLeft > 0;
  }

  #exchangeSiblings(siblings: number[]): void {
    for (const node of [...siblings]) {
      const last = siblings.length - 1;
      const from = siblings.indexOf(node);
      for (const to of new Set([from + 1, 0, last])) {
        const place = siblings.indexOf(node);
        if (to === place || to > last) continue;
        if (this.#workLeft <= 0) return;
        move(siblings, place, to);
        if (!this.#isBetter()) move(siblings, to, place);
      }
    }
  }

  #hangElsewhere(node: number): void {
    const { hanging, holderOf } = this.#forest;
    for (const holder of this.#weave.above[node]) {
      for (const isFirst of [true, false]) {
        if (this.#workLeft <= 0) return;
        const from = holderOf[node];
        const place = hanging[from].indexOf(node);
        hanging[from].splice(place, 1);
        hanging[holder].splice(isFirst ? 0 : hanging[holder].length, 0, node);
        holderOf[node] = holder;
        if (this.#isBetter()) continue;
        hanging[holder].splice(hanging[holder].indexOf(node), 1);
        hanging[from].splice(place, 0, node);
        holderOf[node] = from;
      }
    }
  }

  /** Takes the present forest's order on if fewer calls cross in it. */
  #isBetter(): boolean {
    const weave = this.#weave;
    const before = weave.rows;
    const rows = this.#rows();
    const changed = rows.map((row, index) => row.some((node, at) => node !== before[index][at]));
    weave.rows = rows;
    rows.forEach((row, index) => {
      if (changed[index]) settle(row, weave);
    });
    let crossings = this.crossings;
    const counts = new Map<number, number>();
    this.#workLeft -= weave.places.length;
    rows.forEach((row, index) => {
      if (!changed[index] && !changed[index + 1]) return;
      const count = crossingsBelow(weave, index);
      counts.set(index, count);
      crossings += count - this.#counts[index];
      for (const node of row) this.#workLeft -= weave.below[node].length;
    });
    if (crossings < this.crossings) {
      this.crossings = crossings;
      for (const [index, count] of counts) this.#counts[index] = count;
      return true;
    }
    weave.rows = before;
    before.forEach((row, index) => {
      if (changed[index]) settle(row, weave);
    });
    return false;
  }

  /** The forest's nodes row by row, as a walk through it meets them. */
  #rows(): number[][] {
    const rows: number[][] = this.#weave.rows.map(() => []);
    const visit = (node: number): void => {
      rows[this.#rowOf[node]].push(node);
      for (const other of this.#forest.hanging[node]) visit(other);
    };
    for (const root of this.#forest.roots) visit(root);
    return rows;
  }
}

/** In the order that the weave has: everything hangs at the first of its neighbours that a walk meets. */
function forestOf({ rows, places, below }: Weave): Forest {
  const hanging: number[][] = below.map(() => []);
  const roots: number[] = [];
  const holderOf = new Int32Array(places.length).fill(-1);
  const isMet = new Uint8Array(places.length);
  const visit = (node: number): void => {
    isMet[node] = 1;
    for (const other of [...below[node]].sort((a, b) => places[a] - places[b])) {
      if (isMet[other]) continue;
      hanging[node].push(other);
      holderOf[other] = node;
      visit(other);
    }
  };
  for (const node of rows.flat()) {
    if (isMet[node]) continue;
    roots.push(node);
    visit(node);
  }
  return { hanging, roots, holderOf };
}

function move(siblings: number[], from: number, to: number): void {
  const [node] = siblings.splice(from, 1);
  siblings.splice(to, 0, node);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
