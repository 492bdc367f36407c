/** The pending events: engine/event-queue. */
import { Column, Request, Whole } from '../layout';
import { request } from './engine';
import { addWhole, column, setWhole, whole } from './memory';

@inline function timeAt(times: usize, i: i32): f64 { return load<f64>(times + ((<usize>i) << 3)); }
/** Sequence in the low half, payload in the high one. */
@inline function keyAt(keys: usize, i: i32): u64 { return load<u64>(keys + ((<usize>i) << 3)); }
@inline function put(times: usize, keys: usize, i: i32, time: f64, key: u64): void {
  store<f64>(times + ((<usize>i) << 3), time);
  store<u64>(keys + ((<usize>i) << 3), key);
}

export function push(timeMs: f64, payload: i32): void {
  if (whole(Whole.nextSequence) == 0x7fffffff) request(Request.renumberQueue, 0);
  const key = ((<u64>(<u32>payload)) << 32) | (<u64>(<u32>whole(Whole.nextSequence)));
  addWhole(Whole.nextSequence, 1);
  if (whole(Whole.hasHole)) {
    setWhole(Whole.hasHole, 0);
    siftDown(timeMs, key);
  } else {
    siftUp(timeMs, key);
    if (whole(Whole.queueLength) == whole(Whole.queueCapacity)) request(Request.growQueue, 0);
  }
}

/** There is room for it: the queue grows as soon as it is full. */
function siftUp(timeMs: f64, key: u64): void {
  const times = column(Column.times);
  const keys = column(Column.keys);
  let i = whole(Whole.queueLength);
  setWhole(Whole.queueLength, i + 1);
  while (i > 0) {
    const parent = (i - 1) >> 2;
    const parentTime = timeAt(times, parent);
    // A new event has the highest sequence, so at a tie it stays below.
    if (timeMs >= parentTime) break;
    put(times, keys, i, parentTime, keyAt(keys, parent));
    i = parent;
  }
  put(times, keys, i, timeMs, key);
}

@inline function isBefore(times: usize, keys: usize, one: i32, other: i32): bool {
  const oneTime = timeAt(times, one);
  const otherTime = timeAt(times, other);
  return oneTime < otherTime || (oneTime == otherTime && <u32>keyAt(keys, one) < <u32>keyAt(keys, other));
}

/** Fills the hole at the root. */
function siftDown(timeMs: f64, key: u64): void {
  const times = column(Column.times);
  const keys = column(Column.keys);
  const length = whole(Whole.queueLength);
  let i = 0;
  for (let child = 1; child < length; child = i * 4 + 1) {
    let least = child;
    if (child + 4 <= length) {
      // Which of the four is the earliest nobody can foresee, the processor neither: no branches.
      const ab = select<i32>(child + 1, child, isBefore(times, keys, child + 1, child));
      const cd = select<i32>(child + 3, child + 2, isBefore(times, keys, child + 3, child + 2));
      least = select<i32>(cd, ab, isBefore(times, keys, cd, ab));
    } else {
      for (let at = child + 1; at < length; at++) if (isBefore(times, keys, at, least)) least = at;
    }
    const leastTime = timeAt(times, least);
    const leastKey = keyAt(keys, least);
    if (timeMs < leastTime || (timeMs == leastTime && <u32>key < <u32>leastKey)) break;
    put(times, keys, i, leastTime, leastKey);
    i = least;
  }
  put(times, keys, i, timeMs, key);
}

@inline export function peekTimeMs(): f64 {
  if (whole(Whole.hasHole)) closeHole();
  return load<f64>(column(Column.times));
}

/** Payload of the earliest event, which `pop` takes. */
@inline export function peekPayload(): i32 { return load<i32>(column(Column.keys), 4); }

@inline export function pop(): void { setWhole(Whole.hasHole, 1); }

function closeHole(): void {
  setWhole(Whole.hasHole, 0);
  const last = whole(Whole.queueLength) - 1;
  setWhole(Whole.queueLength, last);
  if (last > 0) siftDown(timeAt(column(Column.times), last), keyAt(column(Column.keys), last));
  else store<f64>(column(Column.times), Infinity);
}

@inline export function schedule(timeMs: f64, kind: i32, handle: i32): void { push(timeMs, (handle << 4) | kind); }
@inline export function scheduleTask(timeMs: f64, task: i32): void { push(timeMs, task << 4); }
