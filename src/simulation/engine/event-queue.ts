/**
 * The pending events: a 4-ary heap in typed arrays, ordered by (time,
 * sequence), so that events at the same instant leave in the order in which
 * they were pushed. `pop` leaves a hole at the root, and the next `push` drops
 * the new event straight into it: an event that schedules one follow-up costs
 * one sift instead of two. Whoever looks at the queue first closes the hole
 * with the last event, as an ordinary pop would have done. The arrays always
 * have room for one entry more; while there is none, its time is Infinity.
 */
export interface EventQueueState {
  times: Float64Array;
  sequences: Float64Array;
  payloads: Int32Array;
  nextSequence: number;
  poppedTimeMs: number;
}

export class EventQueue {
  /** Time of the event that `pop` returned last. */
  poppedTimeMs = 0;
  private times: Float64Array;
  private sequences: Float64Array;
  private payloads: Int32Array;
  /** Entries in the arrays, the hole at the root included. */
  private length = 0;
  private hasHole = false;
  private nextSequence = 0;

  constructor(capacity = 256) {
    this.times = new Float64Array(capacity);
    this.sequences = new Float64Array(capacity);
    this.payloads = new Int32Array(capacity);
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
    this.sequences[at] = this.nextSequence++;
    this.payloads[at] = payload;
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
    return this.payloads[0] as number;
  }

  clear(): void {
    this.length = 0;
    this.times[0] = Infinity;
    this.hasHole = false;
    this.nextSequence = 0;
    this.poppedTimeMs = 0;
  }

  snapshot(): EventQueueState {
    if (this.hasHole) this.closeHole();
    return {
      times: this.times.slice(0, this.length),
      sequences: this.sequences.slice(0, this.length),
      payloads: this.payloads.slice(0, this.length),
      nextSequence: this.nextSequence,
      poppedTimeMs: this.poppedTimeMs,
    };
  }

  restore(state: EventQueueState): void {
    this.length = state.times.length;
    this.hasHole = false;
    while (this.times.length <= this.length) this.grow();
    this.times[0] = Infinity;
    this.times.set(state.times);
    this.sequences.set(state.sequences);
    this.payloads.set(state.payloads);
    this.nextSequence = state.nextSequence;
    this.poppedTimeMs = state.poppedTimeMs;
  }

  private closeHole(): void {
    this.hasHole = false;
    const last = --this.length;
    if (last > 0) this.siftDown(last);
    else this.times[0] = Infinity;
  }

  /** Lets the newest entry rise from where it stands, the last place, to where it belongs. */
  private siftUp(at: number): void {
    const { times, sequences, payloads } = this;
    const time = times[at] as number;
    // A new event has the highest sequence, so at a tie it stays below.
    if (at === 0 || time >= (times[(at - 1) >> 2] as number)) return;
    const sequence = sequences[at] as number;
    const payload = payloads[at] as number;
    let i = at;
    do {
      const parent = (i - 1) >> 2;
      const parentTime = times[parent] as number;
      if (time >= parentTime) break;
      times[i] = parentTime;
      sequences[i] = sequences[parent] as number;
      payloads[i] = payloads[parent] as number;
      i = parent;
    } while (i > 0);
    times[i] = time;
    sequences[i] = sequence;
    payloads[i] = payload;
  }

  /** Fills the hole at the root with the entry at `from`, which stands behind the last place. */
  private siftDown(from: number): void {
    const { times, sequences, payloads, length } = this;
    const time = times[from] as number;
    const sequence = sequences[from] as number;
    let i = 0;
    for (let child = 1; child < length; child = i * 4 + 1) {
      let least = child;
      let leastTime = times[child] as number;
      const end = child + 4 < length ? child + 4 : length;
      for (let c = child + 1; c < end; c++) {
        const t = times[c] as number;
        if (t > leastTime) continue;
        if (t < leastTime || (sequences[c] as number) < (sequences[least] as number)) {
          least = c;
          leastTime = t;
        }
      }
      if (time < leastTime || (time === leastTime && sequence < (sequences[least] as number))) {
        break;
      }
      times[i] = leastTime;
      sequences[i] = sequences[least] as number;
      payloads[i] = payloads[least] as number;
      i = least;
    }
    times[i] = time;
    sequences[i] = sequence;
    payloads[i] = payloads[from] as number;
  }

  private grow(): void {
    const capacity = Math.max(16, this.times.length * 2);
    const times = new Float64Array(capacity);
    const sequences = new Float64Array(capacity);
    const payloads = new Int32Array(capacity);
    times.set(this.times);
    sequences.set(this.sequences);
    payloads.set(this.payloads);
    this.times = times;
    this.sequences = sequences;
    this.payloads = payloads;
  }
}
