/**
 * Second calls are threaded through the rows of trees one after the other, each where it crosses
 * fewest; then each is taken out and threaded anew, since those that came later are in its way
 * now, until that takes no crossing away.
 */
import { type Corners, passageOf } from './passage';
import type { ThreadedRows } from './threaded-rows';

/** A call between nodes in different rows, as numbers of `ThreadedRows`. */
export interface Thread {
  upper: number;
  lower: number;
  /** What stands for it in the rows that it passes, from its upper end on. */
  passes: readonly number[];
}

export interface Threaded {
  rows: ThreadedRows;
  threads: readonly Thread[];
  crossings: number;
}

/** Room that a call needs where it passes a row, and where it turns, px. */
export interface ThreadWidths {
  pass: number;
  turn: number;
}

/** What is to be threaded, and where it begins and ends at first. */
export interface ThreadEnds {
  upper: number;
  lower: number;
  corners: Corners | null;
}

/** `ends`: in the order in which they are threaded first. `workMax`: places that may be looked at. Changes `rows`. */
export function threadCalls(
  rows: ThreadedRows,
  ends: readonly ThreadEnds[],
  widths: ThreadWidths,
  workMax: number,
): Threaded {
  const threading = new Threading(rows, ends, widths, workMax);
  threading.settle();
  return threading;
}

class Threading implements Threaded {
  crossings = 0;
  readonly rows: ThreadedRows;
  readonly threads: Thread[];
  #workLeft: number;
  readonly #widths: ThreadWidths;

  constructor(
    rows: ThreadedRows,
    ends: readonly ThreadEnds[],
    widths: ThreadWidths,
    workMax: number,
  ) {
    this.rows = rows;
    this.#widths = widths;
    this.#workLeft = workMax;
    this.threads = ends.map(({ upper, lower }) => ({ upper, lower, passes: [] }));
    ends.forEach(({ corners }, index) => {
      this.#thread(index, corners);
    });
    this.crossings = rows.crossings();
  }

  /** One after the other anew, until that takes no crossing away. */
  settle(): void {
    for (let before = this.crossings + 1; this.crossings < before && this.#workLeft > 0; ) {
      before = this.crossings;
      for (const index of this.threads.keys()) {
        this.#takeOut(index);
        this.#thread(index, null);
      }
      this.crossings = this.rows.crossings();
    }
  }

  #thread(index: number, corners: Corners | null): void {
    const { upper, lower } = this.threads[index];
    const { passes, work } = passageOf(this.rows, upper, lower, corners);
    this.#workLeft -= work;
    const { rowOf } = this.rows;
    const rowsAlong = [rowOf[upper], ...passes.map(({ row }) => row), rowOf[lower]];
    const widthAt = (at: number) =>
      rowsAlong[at] === rowsAlong[at + 2] ? this.#widths.turn : this.#widths.pass;
    const nodes: number[] = [];
    // From the right to the left, so that the places still hold.
    const order = [...passes.keys()].sort((a, b) => passes[b].place - passes[a].place);
    for (const at of order) nodes[at] = this.rows.insert(passes[at], widthAt(at));
    this.threads[index] = { upper, lower, passes: nodes };
    this.#eachLink(index, (one, other) => this.rows.link(one, other));
  }

  #takeOut(index: number): void {
    this.#eachLink(index, (one, other) => this.rows.unlink(one, other));
    for (const node of this.threads[index].passes) this.rows.remove(node);
  }

  #eachLink(index: number, act: (one: number, other: number) => void): void {
    const { upper, lower, passes } = this.threads[index];
    const chain = [upper, ...passes, lower];
    for (let at = 1; at < chain.length; at += 1) act(chain[at - 1], chain[at]);
  }
}
