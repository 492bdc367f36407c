import { normalQuantile } from '../engine/normal-quantile';

/**
 * The quantile of Student's t distribution by the Cornish–Fisher expansion
 * (Abramowitz, Stegun, "Handbook of Mathematical Functions", 26.7.5); within
 * 0.1 % from 5 degrees of freedom up at the levels that intervals use.
 * @param p in (0, 1)
 * @param freedom degrees of freedom, at least 5
 */
export function studentQuantile(p: number, freedom: number): number {
  const z = normalQuantile(p);
  const z2 = z * z;
  const first = (z2 + 1) / 4;
  const second = ((5 * z2 + 16) * z2 + 3) / 96;
  const third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
  const fourth = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
  const rest = (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
  return z * (1 + rest);
}
