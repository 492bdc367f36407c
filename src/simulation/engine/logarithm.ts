/**
 * Natural logarithm from + − × only, so that every engine gives the same bits
 * (Math.log differs between browsers in the last place). Table-driven
 * reduction after P. T. P. Tang, "Table-driven implementation of the logarithm
 * function in IEEE floating-point arithmetic", ACM TOMS 16 (1990):
 *
 *   x = 2^k · m,  11/16 ≤ m < 11/8,  c ≈ 1/m from a table of 17-bit numbers,
 *   r = m·c − 1 (exact as the sum of two products),  |r| < 2^−7.9,
 *   ln x = k·ln 2 − ln c + r − r²/2 + r³/3 − … + r⁷/7.
 *
 * The table's ln c and ln 2 are pairs of doubles whose high parts add without
 * rounding. Error at most 0.53 units in the last place (tests measure it
 * against 128-bit integer arithmetic).
 */
import { logarithmPair } from './fixed-point';

/** High parts are multiples of 2^−42, so that k·ln2High + the table's entry is exact for |k| < 2^11. */
const quantumBits = 42;
const intervalCount = 128;
/** High word of 11/16, where m begins. */
const mantissaStart = 0x3fe60000;
/** Intervals are this wide in the high word: 2^20 / intervalCount. */
const intervalBits = 13;
const reciprocalScale = 1 << 16;

const ln2 = logarithmPair(2, 1, quantumBits);
export const ln2High = ln2.high;
export const ln2Low = ln2.low;

const float = new Float64Array(1);
const words = new Int32Array(float.buffer);

export const reciprocal = new Float64Array(intervalCount + 1);
export const logarithmHigh = new Float64Array(intervalCount + 1);
export const logarithmLow = new Float64Array(intervalCount + 1);
/** 2^(1023 − i) at index i; with i the biased exponent it scales a double to [1, 2). */
const scaleDown = new Float64Array(2048);

function fillTables(): void {
  for (let i = 0; i <= intervalCount; i++) {
    words[0] = 0;
    words[1] = mantissaStart + (i << intervalBits);
    // The grid point itself is the middle of its interval; 1 is one, with c = 1 and ln c = 0.
    const scaled = Math.floor(reciprocalScale / (float[0] as number) + 0.5);
    const pair = logarithmPair(reciprocalScale, scaled, quantumBits);
    reciprocal[i] = scaled / reciprocalScale;
    logarithmHigh[i] = pair.high;
    logarithmLow[i] = pair.low;
  }
  scaleDown[0] = 2 ** 1023;
  for (let i = 1; i < scaleDown.length; i++) scaleDown[i] = (scaleDown[i - 1] as number) / 2;
}

fillTables();

/** ln x. −Infinity for 0, NaN for negative x and NaN, Infinity for Infinity. */
export function naturalLogarithm(x: number): number {
  float[0] = x;
  const high = words[1] as number;
  if (high < 0x00100000 || high >= 0x7ff00000) return logarithmOfSpecial(x);
  return logarithmOfNormal(x, high, 0);
}

function logarithmOfNormal(x: number, high: number, exponentOffset: number): number {
  const fromStart = high - mantissaStart;
  const exponent = fromStart >> 20;
  const i = ((fromStart & 0xfffff) + (1 << (intervalBits - 1))) >> intervalBits;
  const m = x * (scaleDown[exponent + 1023] as number);
  const c = reciprocal[i] as number;
  // 24 + 17 and 29 + 17 bits: both products are exact.
  const mHigh = Math.fround(m);
  const rHigh = mHigh * c - 1;
  const rLow = (m - mHigh) * c;
  const r = rHigh + rLow;
  const k = exponent + exponentOffset;
  const w = k * ln2High + (logarithmHigh[i] as number);
  const sum = w + r;
  const lost = w - sum + r + (rHigh - r + rLow + (k * ln2Low + (logarithmLow[i] as number)));
  const r2 = r * r;
  const series = -0.5 + r * (1 / 3) + r2 * (-0.25 + r * 0.2 + r2 * (-1 / 6 + r * (1 / 7)));
  return sum + (lost + r2 * series);
}

function logarithmOfSpecial(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  // A subnormal: 2^54 makes it normal.
  float[0] = x * 18014398509481984;
  return logarithmOfNormal(float[0] as number, words[1] as number, -54);
}
