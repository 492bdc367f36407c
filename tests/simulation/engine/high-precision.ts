/**
 * Logarithm and exponential to 200 fractional bits, by series that the engine
 * does not use, to measure the engine's own against.
 */
const bits = 200n;
const one = 1n << bits;
const view = new DataView(new ArrayBuffer(8));

/** A finite double as an exact fixed-point number (bits below 2^−200 cut off). */
function fixedOf(x: number): bigint {
  view.setFloat64(0, x);
  const word = view.getBigUint64(0);
  const exponentField = (word >> 52n) & 0x7ffn;
  const fraction = word & ((1n << 52n) - 1n);
  const mantissa = exponentField === 0n ? fraction : fraction | (1n << 52n);
  const exponent = (exponentField === 0n ? 1n : exponentField) - 1075n;
  const shift = exponent + bits;
  const magnitude = shift >= 0n ? mantissa << shift : mantissa >> -shift;
  return word >> 63n === 1n ? -magnitude : magnitude;
}

/** ln(1 + f) for |f| ≤ 1/2 by the alternating series. */
function logarithmNearOne(f: bigint): bigint {
  let power = f;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 1n) {
    sum += n % 2n === 1n ? power / n : -(power / n);
    power = (power * f) >> bits;
  }
  return sum;
}

/** ln 2 = −ln(1 − 1/2). */
const ln2 = -logarithmNearOne(-one / 2n);

function exactLogarithm(x: number): bigint {
  view.setFloat64(0, x);
  let exponent = Number((view.getBigUint64(0) >> 52n) & 0x7ffn) - 1023;
  let mantissa = exponent < -1022 ? x * 2 ** 600 * 2 ** 474 : x * 2 ** -exponent;
  if (exponent < -1022) exponent = -1074;
  while (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  return BigInt(exponent) * ln2 + logarithmNearOne(fixedOf(mantissa) - one);
}

/** e^x for |x| ≤ 750, as a mantissa with 200 fractional bits and a power of two. */
function exactExponential(x: number): { mantissa: bigint; exponent: number } {
  const exponent = Math.round(x / Math.LN2);
  const rest = fixedOf(x) - BigInt(exponent) * ln2;
  let term = one;
  let sum = 0n;
  for (let n = 1n; term !== 0n && term !== -1n; n += 1n) {
    sum += term;
    term = ((term * rest) >> bits) / n;
  }
  return { mantissa: sum, exponent };
}

function spacingExponent(x: number): number {
  view.setFloat64(0, x);
  const exponent = Number((view.getBigUint64(0) >> 52n) & 0x7ffn);
  return Math.max(exponent, 1) - 1075;
}

/** Error of `computed` as ln x, in units of its last place. */
export function logarithmError(x: number, computed: number): number {
  const difference = fixedOf(computed) - exactLogarithm(x);
  return Number(difference) / 2 ** (200 + spacingExponent(computed));
}

/** Error of `computed` as e^x, in units of its last place. */
export function exponentialError(x: number, computed: number): number {
  const exact = exactExponential(x);
  // Both scaled by 2^−exponent, which is exact for the double as long as it does not round.
  const shift = spacingExponent(computed);
  const computedUnits = BigInt(computed / 2 ** shift);
  const exactUnitsScaled =
    exact.exponent >= shift
      ? exact.mantissa << BigInt(exact.exponent - shift)
      : exact.mantissa >> BigInt(shift - exact.exponent);
  return Number((computedUnits << bits) - exactUnitsScaled) / 2 ** 200;
}
