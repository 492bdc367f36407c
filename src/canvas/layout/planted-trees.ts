/** Trees of calls in rows, without a crossing: each call passes the rows between its ends beside what hangs there. */
import type { Call, CallForest } from './call-forest';
import { lanePitch } from './spans';
import { ThreadedRows } from './threaded-rows';
import type { Thread, ThreadEnds } from './threading';

/** Empty rows above and below all others, in which calls lead around the whole. */
const rowsAround = 8;

export class PlantedTrees {
  readonly rows: ThreadedRows;
  /** What stands for each node in the rows. */
  readonly numbers: Int32Array;
  /** By call. */
  readonly threads = new Map<number, Thread>();
  readonly #forest: CallForest;
  readonly #calls: readonly Call[];
  readonly #rowOf: Int32Array;
  /** Of all that belongs to trees. */
  readonly #count: number;

  /** `plain`: the nodes of each row from left to right. */
  constructor(
    plain: readonly (readonly number[])[],
    forest: CallForest,
    calls: readonly Call[],
    widths: readonly number[],
  ) {
    this.#forest = forest;
    this.#calls = calls;
    this.#rowOf = new Int32Array(widths.length);
    plain.forEach((row, index) => {
      for (const node of row) this.#rowOf[node] = rowsAround + index;
    });
    this.rows = new ThreadedRows(plain.length + 2 * rowsAround);
    this.numbers = new Int32Array(widths.length);
    forest.hangsBy.forEach((call, node) => {
      if (call < 0) this.#plant(node, widths);
    });
    this.#count = this.rows.rowOf.length;
    for (const { upper, lower, passes } of this.threads.values()) {
      const chain = [upper, ...passes, lower];
      for (let at = 1; at < chain.length; at += 1) this.rows.link(chain[at - 1], chain[at]);
    }
  }

  isBetweenRows(call: number): boolean {
    const { upper, lower } = this.#calls[call];
    return this.#rowOf[upper] !== this.#rowOf[lower];
  }

  /** Of a second call, at the sides of its nodes where the forest has them. */
  endsOf(call: number): ThreadEnds {
    const { upper, lower } = this.#calls[call];
    const { hangsBy, callsFrom, callsTo } = this.#forest;
    const ends = { upper: this.numbers[upper], lower: this.numbers[lower] };
    // Two of one level may stand in different rows of it.
    if (this.#rowOf[upper] > this.#rowOf[lower]) {
      return { upper: ends.lower, lower: ends.upper, corners: null };
    }
    const onLeft = callsFrom[upper].slice(0, callsFrom[upper].indexOf(call));
    const corners = {
      below: this.#count,
      linksLeft: onLeft.filter((other) => hangsBy[this.#calls[other].lower] === other).length,
      isLeft: callsTo[lower].indexOf(call) < callsTo[lower].indexOf(hangsBy[lower]),
    };
    return { ...ends, corners };
  }

  #plant(node: number, widths: readonly number[]): void {
    const row = this.#rowOf[node];
    this.numbers[node] = this.rows.append(row, widths[node]);
    for (const call of this.#forest.callsFrom[node]) {
      const { lower } = this.#calls[call];
      if (this.#forest.hangsBy[lower] !== call) continue;
      const passes: number[] = [];
      for (let between = row + 1; between < this.#rowOf[lower]; between += 1) {
        passes.push(this.rows.append(between, lanePitch));
      }
      this.#plant(lower, widths);
      this.threads.set(call, { upper: this.numbers[node], lower: this.numbers[lower], passes });
    }
  }
}
