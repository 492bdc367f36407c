/**
 * Gamma variates: G. Marsaglia, W. W. Tsang, "A simple method for generating
 * gamma variables", ACM TOMS 26 (2000). The normal variate comes from one
 * uniform by its quantile; at least 95 % of the trials are accepted.
 */
import { exponentialFunction } from './exponential';
import { naturalLogarithm } from './logarithm';
import { normalQuantile } from './normal-quantile';
import { uniform } from './random';

/** The chance of reaching it is below 0.05^64. */
const trialCountMax = 64;
/** A further trial flips these top bits of the salt, away from all other draws. */
const trialShift = 26;

/** A variate of mean `shape` and scale 1, shape > 0. Draws salt, salt + 1 and, for shape < 1, salt + 2. */
export function gammaVariate(
  shape: number,
  key: number,
  requestNumber: number,
  position: number,
  salt: number,
): number {
  if (shape >= 1) return largeShapeVariate(shape, key, requestNumber, position, salt);
  // Gamma(shape) = Gamma(shape + 1) · U^(1/shape).
  const variate = largeShapeVariate(shape + 1, key, requestNumber, position, salt);
  const u = uniform(key, requestNumber, position, salt + 2);
  return variate * exponentialFunction(naturalLogarithm(u) / shape);
}

function largeShapeVariate(
  shape: number,
  key: number,
  requestNumber: number,
  position: number,
  salt: number,
): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let trial = 0; trial < trialCountMax; trial++) {
    const trialSalt = salt ^ (trial << trialShift);
    const x = normalQuantile(uniform(key, requestNumber, position, trialSalt));
    const cubeRoot = 1 + c * x;
    if (cubeRoot <= 0) continue;
    const v = cubeRoot * cubeRoot * cubeRoot;
    const u = uniform(key, requestNumber, position, trialSalt + 1);
    const x2 = x * x;
    if (u < 1 - 0.0331 * x2 * x2) return d * v;
    if (naturalLogarithm(u) < 0.5 * x2 + d * (1 - v + naturalLogarithm(v))) return d * v;
  }
  return d;
}
