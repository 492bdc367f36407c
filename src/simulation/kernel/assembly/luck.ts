/** Random numbers and distributions: engine/random, engine/logarithm, engine/exponential, engine/normal-quantile, engine/distribution. */
import { Column, logarithmsAt, powersAt, Real } from '../layout';
import { exponentialOfLarge, sample } from './engine';
import { byteAt, real, realAt, shortAt, wholeAt } from './memory';

/** 52 random bits. */
@inline function randomBits(key0: u32, key1: u32, counter0: u32, counter1: u32): u64 {
  const key2: u32 = 0x1bd11bda ^ key0 ^ key1;
  let x: u32 = counter0 + key0;
  let y: u32 = counter1 + key1;
  x += y; y = rotl<u32>(y, 13) ^ x;
  x += y; y = rotl<u32>(y, 15) ^ x;
  x += y; y = rotl<u32>(y, 26) ^ x;
  x += y; y = rotl<u32>(y, 6) ^ x;
  x += key1; y += key2 + 1;
  x += y; y = rotl<u32>(y, 17) ^ x;
  x += y; y = rotl<u32>(y, 29) ^ x;
  x += y; y = rotl<u32>(y, 16) ^ x;
  x += y; y = rotl<u32>(y, 24) ^ x;
  x += key2; y += key0 + 2;
  x += y; y = rotl<u32>(y, 13) ^ x;
  x += y; y = rotl<u32>(y, 15) ^ x;
  x += y; y = rotl<u32>(y, 26) ^ x;
  x += y; y = rotl<u32>(y, 6) ^ x;
  x += key0; y += key1 + 3;
  x += y; y = rotl<u32>(y, 17) ^ x;
  return ((x >>> 6) as u64) << 26 | ((y >>> 6) as u64);
}

const one: u64 = 0x3ff0000000000000;
/** Half of the last of 52 bits. */
const half: f64 = 1.1102230246251565e-16;

/** (bits + ½) / 2^52, exactly. */
@inline function uniformOf(bits: u64): f64 { return reinterpret<f64>(bits | one) - 1.0 + half; }

@inline export function uniform(key: i32, number: i32, position: i32, salt: i32): f64 {
  return uniformOf(randomBits(key, number, position, salt));
}

/** ln x of a normal number. */
@inline function logarithm(x: f64): f64 {
  const word = reinterpret<i64>(x);
  const fromStart = ((word >> 32) as i32) - 0x3fe60000;
  const exponent = fromStart >> 20;
  const i = ((fromStart & 0xfffff) + 4096) >> 13;
  const m = reinterpret<f64>(word - ((exponent as i64) << 52));
  const row: usize = <usize>logarithmsAt + (<usize>i) * 24;
  const c = load<f64>(row);
  const mHigh = (m as f32) as f64;
  const rHigh = mHigh * c - 1.0;
  const rLow = (m - mHigh) * c;
  const r = rHigh + rLow;
  const k = exponent as f64;
  const w = k * real(Real.ln2High) + load<f64>(row, 8);
  const sum = w + r;
  const lost = w - sum + r + (rHigh - r + rLow + (k * real(Real.ln2Low) + load<f64>(row, 16)));
  const r2 = r * r;
  const series = -0.5 + r * (1.0 / 3.0) + r2 * (-0.25 + r * 0.2 + r2 * (-1.0 / 6.0 + r * (1.0 / 7.0)));
  return sum + (lost + r2 * series);
}

/** −ln(1 − u); 1 − u is exact. */
@inline export function exponential(key: i32, number: i32, position: i32, salt: i32): f64 {
  return -logarithm(2.0 - reinterpret<f64>(randomBits(key, number, position, salt) | one) - half);
}

function exponentialFunction(x: f64): f64 {
  // Where the result is normal by far.
  if (!(x <= 700 && x >= -700)) return exponentialOfLarge(x);
  const n = Math.floor(x * real(Real.stepsPerUnit) + 0.5);
  const whole = n as i32;
  const rHigh = x - n * real(Real.stepHigh);
  const rLow = n * real(Real.stepLow);
  const r = rHigh - rLow;
  const lost = rHigh - r - rLow;
  const r2 = r * r;
  const series = r2 * (0.5 + r * (1.0 / 6.0) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0)));
  const row: usize = <usize>powersAt + ((<usize>(whole & 127)) << 4);
  const power = load<f64>(row);
  const mantissa = power + (load<f64>(row, 8) + power * (r + (lost + series)));
  return mantissa * reinterpret<f64>((((whole >> 7) + 1023) as u64) << 52);
}

function normalQuantile(p: f64): f64 {
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q;
    return q * ((((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r + 13731.69376550946) * r + 1971.5909503065513) * r + 133.14166789178438) * r + 3.3871328727963665) /
      (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r + 5394.196021424751) * r + 687.1870074920579) * r + 42.31333070160091) * r + 1));
  }
  const root = Math.sqrt(-logarithm(q < 0 ? p : 1 - p));
  let x: f64;
  if (root <= 5) {
    const r = root - 1.6;
    x = (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r + 3.6478483247632045) * r + 5.769497221460691) * r + 4.630337846156546) * r + 1.4234371107496835) /
      (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) * r + 0.6897673349851) * r + 1.6763848301838038) * r + 2.053191626637759) * r + 1);
  } else {
    const r = root - 5;
    x = (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) * r + 0.29656057182850487) * r + 1.7848265399172913) * r + 5.463784911164114) * r + 6.657904643501103) /
      (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r + 0.0007868691311456133) * r + 0.014875361290850615) * r + 0.1369298809227358) * r + 0.599832206555888) * r + 1);
  }
  return q < 0 ? -x : x;
}

// Of engine/distribution
const constantKind: i32 = 0;
const exponentialKind: i32 = 1;
const lognormalKind: i32 = 4;

function draw(distribution: i32, key: i32, number: i32, position: i32, salt: i32): f64 {
  const kind = byteAt(Column.distributionKind, distribution);
  const first = realAt(Column.distributionFirst, distribution);
  if (kind == exponentialKind) return first * exponential(key, number, position, salt);
  if (kind == constantKind) return first;
  if (kind != lognormalKind) return sample(distribution, key, number, position, salt);
  return lognormal(distribution, first, key, number, position, salt);
}

function lognormal(distribution: i32, first: f64, key: i32, number: i32, position: i32, salt: i32): f64 {
  const u = uniform(key, number, position, salt);
  return exponentialFunction(first + realAt(Column.distributionSecond, distribution) * normalQuantile(u));
}

// `engine/task-state` has them as `saltsPerAttempt`.
@inline function saltOf(task: i32, which: i32): i32 { return wholeAt(Column.attempt, task) * 64 + which; }
@inline function keyOf(task: i32): i32 { return wholeAt(Column.journeyKeys, shortAt(Column.journey, task)); }

/** A sample of a distribution for a task, ms. */
@inline export function drawFor(task: i32, distribution: i32, position: i32, which: i32): f64 {
  return draw(distribution, keyOf(task), wholeAt(Column.number, task), position, saltOf(task, which));
}
@inline export function uniformFor(task: i32, position: i32, which: i32): f64 {
  return uniform(keyOf(task), wholeAt(Column.number, task), position, saltOf(task, which));
}
