/**
 * Trees of calls with few second callers, in the order that lets the second calls cross least. Trees
 * alone cross nothing, and leave all the room around them free: there a second call can always be led
 * from its caller to its callee. A walk around the trees meets both of its ends; two second calls whose
 * ends it meets in turn cross. So callees change places, and who has several callers hangs at another.
 */
import { seededDraw } from './seeded-draw';

/** By number of the nodes; the lower one is on a lower level, or on the same. */
export interface Call {
  upper: number;
  lower: number;
}

export interface CallForest {
  /** The call by which each node hangs at a caller; −1 for roots. */
  hangsBy: Int32Array;
  /** Calls of each node, from left to right. */
  callsFrom: number[][];
  /** Calls to each node from left to right; the one by which it hangs stands for the node. */
  callsTo: number[][];
  /** Second calls, first those whose ends a walk around the trees meets soon after one another. */
  seconds: number[];
  /** How many of them cross if none crosses a tree. */
  crossings: number;
}

/** `workMax`: pairs of second calls that may be looked at. */
export function callForestOf(
  levels: Int32Array,
  calls: readonly Call[],
  workMax: number,
): CallForest {
  const search = new ForestSearch(levels, calls, workMax);
  search.run();
  return search.found();
}

class ForestSearch {
  best: CallForest;
  readonly #calls: readonly Call[];
  /** Callers at which each node can hang, by call. */
  readonly #choices: readonly (readonly number[])[];
  readonly #roots: readonly number[];
  readonly #draw = seededDraw();
  #hangsBy: Int32Array;
  #callsFrom: number[][];
  /** Calls to each node from left to right; the one by which it hangs stands for the node. */
  #callsTo: number[][];
  #crossings = 0;
  #workLeft: number;
  #seconds: number[] = [];
  /** Whether second calls begin or end in what hangs at a node. */
  readonly #isMet: Uint8Array;
  /** When a walk meets the beginning and the end of each second call. */
  readonly #begins: Int32Array;
  readonly #ends: Int32Array;
  #met = 0;

  constructor(levels: Int32Array, calls: readonly Call[], workMax: number) {
    this.#calls = calls;
    this.#workLeft = workMax;
    this.#hangsBy = new Int32Array(levels.length).fill(-1);
    this.#callsFrom = Array.from(levels, () => []);
    this.#callsTo = Array.from(levels, () => []);
    calls.forEach(({ upper, lower }, call) => {
      this.#callsFrom[upper].push(call);
      this.#callsTo[lower].push(call);
    });
    this.#choices = this.#callsTo.map((those, node) =>
      those.filter((call) => levels[calls[call].upper] < levels[node]),
    );
    this.#choices.forEach((choices, node) => {
      if (choices.length > 0) this.#hangsBy[node] = choices[0];
    });
    this.#roots = [...levels.keys()].filter((node) => this.#hangsBy[node] < 0);
    this.#isMet = new Uint8Array(levels.length);
    this.#begins = new Int32Array(calls.length);
    this.#ends = new Int32Array(calls.length);
    this.#look();
    this.best = this.#present();
  }

  /** Improves what there is, then again and again what a few moves at random have made of the best. */
  run(): void {
    this.#improve();
    this.best = this.#present();
    const shared = this.#choices.filter((choices) => choices.length > 1);
    while (this.#workLeft > 0 && this.best.crossings > 0) {
      for (let moves = 1 + this.#draw(3); moves > 0; moves -= 1) this.#moveAny(shared);
      this.#look();
      this.#improve();
      if (this.#crossings <= this.best.crossings) this.best = this.#present();
      else this.#takeUp(this.best);
    }
  }

  found(): CallForest {
    this.#takeUp(this.best);
    const count = 2 * this.#seconds.length;
    const between = (call: number) => {
      const distance = Math.abs(this.#begins[call] - this.#ends[call]);
      return Math.min(distance, count - distance);
    };
    return { ...this.best, seconds: this.#seconds.sort((a, b) => between(a) - between(b)) };
  }

  #present(): CallForest {
    return {
      hangsBy: this.#hangsBy.slice(),
      callsFrom: this.#callsFrom.map((calls) => [...calls]),
      callsTo: this.#callsTo.map((calls) => [...calls]),
      seconds: this.#seconds,
      crossings: this.#crossings,
    };
  }

  #takeUp({ hangsBy, callsFrom, callsTo, crossings }: ForestSearch['best']): void {
    this.#hangsBy = hangsBy.slice();
    this.#callsFrom = callsFrom.map((calls) => [...calls]);
    this.#callsTo = callsTo.map((calls) => [...calls]);
    this.#look();
    this.#crossings = crossings;
  }

  #moveAny(shared: readonly (readonly number[])[]): void {
    if (shared.length > 0 && this.#draw(2) === 0) {
      const choices = shared[this.#draw(shared.length)];
      const call = choices[this.#draw(choices.length)];
      this.#hangsBy[this.#calls[call].lower] = call;
      return;
    }
    const calls = this.#callsFrom[this.#draw(this.#callsFrom.length)];
    if (calls.length > 1) move(calls, this.#draw(calls.length), this.#draw(calls.length));
  }

  /** Which calls are second ones, where they end, and how many cross. */
  #look(): void {
    this.#isMet.fill(0);
    this.#seconds = [];
    this.#calls.forEach(({ upper, lower }, call) => {
      if (this.#hangsBy[lower] === call) return;
      this.#seconds.push(call);
      this.#markAbove(upper);
      this.#markAbove(lower);
    });
    this.#crossings = this.#count();
  }

  #markAbove(node: number): void {
    for (let at = node; at >= 0 && this.#isMet[at] === 0; at = this.#holderOf(at)) {
      this.#isMet[at] = 1;
    }
  }

  #holderOf(node: number): number {
    const call = this.#hangsBy[node];
    return call < 0 ? -1 : this.#calls[call].upper;
  }

  /** Every call that matters goes to the best place among those beside it, until none gets better. */
  #improve(): void {
    for (let isImproving = true; isImproving; ) {
      isImproving = false;
      for (const lists of [this.#callsFrom, this.#callsTo]) {
        for (const calls of lists) if (this.#improveAmong(calls)) isImproving = true;
      }
    }
  }

  #improveAmong(calls: number[]): boolean {
    if (calls.length < 2) return false;
    const moved = calls.filter((call) => this.#matters(call));
    if (moved.length < 2) return false;
    const before = this.#crossings;
    for (const call of moved) {
      for (const other of moved) {
        if (this.#crossings === 0 || this.#workLeft <= 0) return this.#crossings < before;
        const from = calls.indexOf(call);
        const to = calls.indexOf(other);
        if (from === to) continue;
        move(calls, from, to);
        const crossings = this.#count();
        if (crossings < this.#crossings) this.#crossings = crossings;
        else move(calls, to, from);
      }
    }
    return this.#crossings < before;
  }

  #matters(call: number): boolean {
    const { lower } = this.#calls[call];
    return this.#hangsBy[lower] !== call || this.#isMet[lower] === 1;
  }

  #count(): number {
    this.#met = 0;
    for (const root of this.#roots) if (this.#isMet[root] === 1) this.#walk(root);
    let crossings = 0;
    this.#seconds.forEach((call, index) => {
      const begin = Math.min(this.#begins[call], this.#ends[call]);
      const end = Math.max(this.#begins[call], this.#ends[call]);
      const isBetween = (met: number) => met > begin && met < end;
      for (let next = index + 1; next < this.#seconds.length; next += 1) {
        const other = this.#seconds[next];
        if (isBetween(this.#begins[other]) !== isBetween(this.#ends[other])) crossings += 1;
      }
    });
    this.#workLeft -= this.#met + (this.#seconds.length * this.#seconds.length) / 2;
    return crossings;
  }

  #walk(node: number): void {
    const own = this.#hangsBy[node];
    if (own < 0) this.#walkBelow(node);
    for (const call of this.#callsTo[node]) {
      if (call === own) this.#walkBelow(node);
      else this.#ends[call] = this.#met++;
    }
  }

  #walkBelow(node: number): void {
    for (const call of this.#callsFrom[node]) {
      const { lower } = this.#calls[call];
      if (this.#hangsBy[lower] !== call) this.#begins[call] = this.#met++;
      else if (this.#isMet[lower] === 1) this.#walk(lower);
    }
  }
}

function move(calls: number[], from: number, to: number): void {
  const [call] = calls.splice(from, 1);
  calls.splice(to, 0, call);
}
