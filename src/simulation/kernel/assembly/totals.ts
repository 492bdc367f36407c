/** What is counted: measurement/unit-totals, measurement/histogram, measurement/run-digest. */
import { Column, Whole } from '../layout';
import { recordOutside } from './engine';
import { column, nowMs, setWhole, whole, wholeAt } from './memory';

export namespace Integral {
  export const slotsBusy: i32 = 0;
  export const coresBusy: i32 = 1;
  export const slotQueue: i32 = 2;
  export const coreQueue: i32 = 3;
  export const replicasReady: i32 = 6;
}
const integralCount: i32 = 8;

@inline function integralOf(unit: i32, integral: i32): usize { return column(Column.integrals) + ((<usize>(unit * integralCount + integral)) << 4); }

/** The present value of what is integrated. */
@inline export function valueOf(unit: i32, integral: i32): f64 { return load<f64>(integralOf(unit, integral)); }

@inline export function increase(unit: i32, integral: i32): void {
  const at = integralOf(unit, integral);
  store<f64>(at, load<f64>(at) + 1);
  store<f64>(at, load<f64>(at, 8) - nowMs(), 8);
}
@inline export function decrease(unit: i32, integral: i32): void {
  const at = integralOf(unit, integral);
  store<f64>(at, load<f64>(at) - 1);
  store<f64>(at, load<f64>(at, 8) + nowMs(), 8);
}

/** Sums of a histogram: count, count of zeros, sum, greatest value. */
export function record(histogram: i32, valueMs: f64): void {
  const sums = <usize>wholeAt(Column.histogramSums, histogram);
  store<f64>(sums, load<f64>(sums) + 1);
  if (valueMs == 0) {
    store<f64>(sums, load<f64>(sums, 8) + 1, 8);
    return;
  }
  store<f64>(sums, load<f64>(sums, 16) + valueMs, 16);
  if (valueMs > load<f64>(sums, 24)) store<f64>(sums, valueMs, 24);
  const bucket = <u32>(<i32>(reinterpret<u64>(valueMs) >> 45) - wholeAt(Column.histogramStart, histogram));
  if (bucket < <u32>wholeAt(Column.histogramLength, histogram)) {
    const at = <usize>wholeAt(Column.histogramCounts, histogram) + ((<usize>bucket) << 2);
    store<u32>(at, load<u32>(at) + 1);
  } else {
    recordOutside(histogram, valueMs);
  }
}

@inline function mix(hash: u32, word: u32): u32 {
  const h = rotl<u32>(hash ^ rotl<u32>(word * 0xcc9e2d51, 15) * 0x1b873593, 13);
  return h * 5 + 0xe6546b64;
}

/** Takes a completed request into the digest. */
@inline export function digest(journey: i32, number: i32, outcome: i32, bornMs: f64, endMs: f64): void {
  const born = reinterpret<u64>(bornMs);
  const end = reinterpret<u64>(endMs);
  let high = mix(whole(Whole.digestHigh), <u32>end);
  let low = mix(whole(Whole.digestLow), <u32>(end >> 32));
  high = mix(high, <u32>(born >> 32) ^ <u32>number);
  low = mix(low, <u32>born ^ (<u32>((journey << 4) | outcome)) * 0x9e3779b1);
  high += low;
  low += high;
  setWhole(Whole.digestHigh, high);
  setWhole(Whole.digestLow, low);
}
