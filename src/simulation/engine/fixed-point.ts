/**
 * Exact reference arithmetic for the tables of the logarithm and the
 * exponential: fixed-point numbers with 128 fractional bits in BigInt. It runs
 * once when the module loads, so that no table has to be trusted from print.
 */
const fractionBits = 128n;
const one = 1n << fractionBits;

/** ln(numerator / denominator) = 2 artanh(z), z = (n − d) / (n + d), by its series. */
function logarithmOfRatio(numerator: bigint, denominator: bigint): bigint {
  const z = ((numerator - denominator) << fractionBits) / (numerator + denominator);
  const zSquared = (z * z) >> fractionBits;
  let power = z;
  let sum = 0n;
  for (let divisor = 1n; power !== 0n && power !== -1n; divisor += 2n) {
    sum += power / divisor;
    power = (power * zSquared) >> fractionBits;
  }
  return sum * 2n;
}

/** e^x by its series, for small x ≥ 0. */
function exponentialOf(x: bigint): bigint {
  let term = one;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n += 1n) {
    sum += term;
    term = ((term * x) >> fractionBits) / n;
  }
  return sum;
}

/** The nearest double (exact within the 53 bits of the conversion). */
function toDouble(x: bigint): number {
  // 2^128 is a power of two, so the division is exact and only Number() rounds.
  return Number(x) / Number(one);
}

export interface DoublePair {
  /** A multiple of 2^−quantumBits. */
  high: number;
  /** What is missing, to double precision. */
  low: number;
}

function split(x: bigint, quantumBits: bigint): DoublePair {
  const shift = fractionBits - quantumBits;
  const high = ((x + (1n << (shift - 1n))) >> shift) << shift;
  return { high: toDouble(high), low: toDouble(x - high) };
}

/** ln(numerator / denominator) as a pair whose high part is a multiple of 2^−quantumBits. */
export function logarithmPair(
  numerator: number,
  denominator: number,
  quantumBits: number,
): DoublePair {
  return split(logarithmOfRatio(BigInt(numerator), BigInt(denominator)), BigInt(quantumBits));
}

/** 2^(numerator / denominator), 0 ≤ exponent < 1, as the nearest double and the rest. */
export function powerOfTwoPair(numerator: number, denominator: number): DoublePair {
  const exponent = (logarithmOfRatio(2n, 1n) * BigInt(numerator)) / BigInt(denominator);
  return split(exponentialOf(exponent), 52n);
}
