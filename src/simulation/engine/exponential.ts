/**
 * e^x from + − × and floor only, so that every engine gives the same bits.
 * Table-driven reduction after P. T. P. Tang, "Table-driven implementation of
 * the exponential function in IEEE floating-point arithmetic", ACM TOMS 15
 * (1989):
 *
 *   n = round(x · 128 / ln 2),  r = x − n·(ln 2 / 128),  |r| < 2^−8.5,
 *   e^x = 2^⌊n / 128⌋ · 2^((n mod 128) / 128) · (1 + r + r²/2 + … + r⁵/120).
 *
 * Error at most 0.52 units in the last place for normal results, 1 unit for
 * subnormal ones (tests measure it against 128-bit integer arithmetic).
 */
import { logarithmPair, powerOfTwoPair } from './fixed-point';

const intervalCount = 128;
/** High part of ln 2 / 128 has few enough bits that n times it is exact (|n| < 2^18). */
const step = logarithmPair(2, 1, 33);
export const stepHigh = step.high / intervalCount;
export const stepLow = step.low / intervalCount;
export const stepsPerUnit = intervalCount / (step.high + step.low);

/** ln of the largest double, and ln of half the smallest. */
const overflowAt = 709.782712893384;
const underflowAt = -745.1332191019412;

export const powerHigh = new Float64Array(intervalCount);
export const powerLow = new Float64Array(intervalCount);
/** 2^(i − 1022) at index i. */
const scaleUp = new Float64Array(2046);

function fillTables(): void {
  for (let i = 0; i < intervalCount; i++) {
    const pair = powerOfTwoPair(i, intervalCount);
    powerHigh[i] = pair.high;
    powerLow[i] = pair.low;
  }
  scaleUp[0] = 2 ** -1022;
  for (let i = 1; i < scaleUp.length; i++) scaleUp[i] = (scaleUp[i - 1] as number) * 2;
}

fillTables();

/** e^x. Infinity above 709.78, 0 below −745.13, NaN for NaN. */
export function exponentialFunction(x: number): number {
  if (!(x <= overflowAt)) return x > overflowAt ? Infinity : NaN;
  if (x < underflowAt) return 0;
  const n = Math.floor(x * stepsPerUnit + 0.5);
  const exponent = n >> 7;
  const i = n & 127;
  const rHigh = x - n * stepHigh;
  const rLow = n * stepLow;
  const r = rHigh - rLow;
  const lost = rHigh - r - rLow;
  const r2 = r * r;
  const series = r2 * (0.5 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120)));
  const power = powerHigh[i] as number;
  const mantissa = power + ((powerLow[i] as number) + power * (r + (lost + series)));
  if (exponent < -1022) return mantissa * (scaleUp[exponent + 1122] as number) * 2 ** -100;
  if (exponent > 1023) return mantissa * 2 * (scaleUp[2045] as number);
  return mantissa * (scaleUp[exponent + 1022] as number);
}
