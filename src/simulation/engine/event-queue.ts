/**
 * The pending events: a 4-ary heap in typed arrays, ordered by (time,
 * sequence), so that events at the same instant leave in the order in which
 * they were pushed. `pop` leaves a hole at the root, and the next `push` drops
 * the new event straight into it: an event that schedules one follow-up costs
 * one sift instead of two. Whoever looks at the queue first closes the hole
 * with the last event, as an ordinary pop would have done. The arrays always
 * have room for one entry more; while there is none, its time is Infinity.
 * 16 bytes an event.
 */
import { grownCapacity } from './grown';

/** In a heap of so many entries at most the processor foresees well enough which one is the earliest. */
const smallLength = 24;

/** With so many events pushed those that are pending are numbered anew. */
const sequenceLimit = 0x7fffffff;

export class EventQueue {
  /** Time of the event that `pop` returned last. */
  poppedTimeMs = 0;
  times: Float64Array;
  /** Sequence and payload of each entry. */
  keys: Int32Array;
  /** Entries in the arrays, the hole at the root included. */
  length = 0;
  hasHole = false;
  nextSequence = 0;

  constructor(capacity = 256) {
    this.times = new Float64Array(capacity);
    this.keys = new Int32Array(2 * capacity);
    this.times[0] = Infinity;
  }

  get size(): number {
    return this.hasHole ? this.length - 1 : this.length;
  }

  /** So small that it is always compiled into its caller: a time that is handed to a call has to be boxed. */
  push(timeMs: number, payload: number): void {
    this.times[this.length] = timeMs;
    this.place(payload);
  }

  /** Takes the event in whose time stands behind the last entry. */
  private place(payload: number): void {
    const at = this.length;
    const { keys } = this;
    if (this.nextSequence === sequenceLimit) this.renumber();
    keys[2 * at] = this.nextSequence++;
    keys[2 * at + 1] = payload;
    if (this.hasHole) {
      this.hasHole = false;
      this.siftDown(at);
    } else {
      this.length = at + 1;
      if (at + 1 === this.times.length) this.grow();
      this.siftUp(at);
    }
  }

  /** Time of the earliest event, Infinity when there is none. */
  peekTimeMs(): number {
    if (this.hasHole) this.closeHole();
    return this.times[0] as number;
  }

  /** Removes the earliest event and returns its payload; its time is in `poppedTimeMs`. The queue must not be empty. */
  pop(): number {
    if (this.hasHole) this.closeHole();
    if (this.length === 0) throw new Error('pop from an empty event queue');
    this.hasHole = true;
    this.poppedTimeMs = this.times[0] as number;
    return this.keys[1] as number;
  }

  private closeHole(): void {
    this.hasHole = false;
    const last = --this.length;
    if (last > 0) this.siftDown(last);
    else this.times[0] = Infinity;
  }

  /** Lets the newest entry rise from where it stands, the last place, to where it belongs. */
  private siftUp(at: number): void {
    const { times, keys } = this;
    const time = times[at] as number;
    // A new event has the highest sequence, so at a tie it stays below.
    if (at === 0 || time >= (times[(at - 1) >> 2] as number)) return;
    const sequence = keys[2 * at] as number;
    const payload = keys[2 * at + 1] as number;
    let i = at;
    do {
      const parent = (i - 1) >> 2;
      const parentTime = times[parent] as number;
      if (time >= parentTime) break;
      times[i] = parentTime;
      keys[2 * i] = keys[2 * parent] as number;
      keys[2 * i + 1] = keys[2 * parent + 1] as number;
      i = parent;
    } while (i > 0);
    times[i] = time;
    keys[2 * i] = sequence;
    keys[2 * i + 1] = payload;
  }

  /** Fills the hole at the root with the entry at `from`, which stands behind the last place. */
  private siftDown(from: number): void {
    const { times, keys, length } = this;
    const time = times[from] as number;
    const sequence = keys[2 * from] as number;
    const isLarge = length > smallLength;
    let i = 0;
    for (let child = 1; child < length; child = i * 4 + 1) {
      const end = child + 4 < length ? child + 4 : length;
      const isFour = isLarge && child + 4 === end;
      const least = isFour ? this.leastOfFour(child) : this.leastAmong(child, end);
      const leastTime = times[least] as number;
      if (time < leastTime || (time === leastTime && sequence < (keys[2 * least] as number))) {
        break;
      }
      times[i] = leastTime;
      keys[2 * i] = keys[2 * least] as number;
      keys[2 * i + 1] = keys[2 * least + 1] as number;
      i = least;
    }
    times[i] = time;
    keys[2 * i] = sequence;
    keys[2 * i + 1] = keys[2 * from + 1] as number;
  }

  /**
   * The earliest of the four entries from `child` on. Which one it is nobody can foresee, the processor
   * neither: what compares without a branch is a quarter faster in a heap of some hundred events.
   */
  private leastOfFour(child: number): number {
    const { times } = this;
    const a = times[child] as number;
    const b = times[child + 1] as number;
    const c = times[child + 2] as number;
    const d = times[child + 3] as number;
    const ab = child + Number(b < a);
    const cd = child + 2 + Number(d < c);
    const abTime = times[ab] as number;
    const cdTime = times[cd] as number;
    if (a === b || c === d || abTime === cdTime) return this.leastAmong(child, child + 4);
    return ab + (cd - ab) * Number(cdTime < abTime);
  }

  /** The earliest of the entries from `start` up to `end`. */
  private leastAmong(start: number, end: number): number {
    const { times, keys } = this;
    let least = start;
    for (let at = start + 1; at < end; at++) {
      const time = times[at] as number;
      const leastTime = times[least] as number;
      if (time > leastTime) continue;
      if (time < leastTime || (keys[2 * at] as number) < (keys[2 * least] as number)) least = at;
    }
    return least;
  }

  /** Gives the pending events the lowest numbers in the same order, which leaves the heap as it is. */
  renumber(): void {
    const { keys } = this;
    const places = Array.from({ length: this.length }, (_, place) => place);
    places.sort((a, b) => (keys[2 * a] as number) - (keys[2 * b] as number));
    places.forEach((place, sequence) => {
      keys[2 * place] = sequence;
    });
    this.nextSequence = this.length;
  }

  grow(): void {
    const capacity = grownCapacity(this.times.length);
    const times = new Float64Array(capacity);
    const keys = new Int32Array(2 * capacity);
    times.set(this.times);
    keys.set(this.keys);
    this.times = times;
    this.keys = keys;
  }
}
