import { studentQuantile } from '../measurement/student-quantile';

/** A mean over independent replications, with the half-width of its two-sided confidence interval. */
export interface MeanInterval {
  mean: number;
  /** `null` with fewer than two replications: one seed says nothing of its spread. */
  halfWidth: number | null;
}

/** By Student's t; `level` such as 0.95. Throws on no values. */
export function meanInterval(values: readonly number[], level = 0.95): MeanInterval {
  const count = values.length;
  if (count === 0) throw new Error('A mean needs at least one value.');
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, halfWidth: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const standardError = Math.sqrt(squares / (count - 1) / count);
  return { mean, halfWidth: studentQuantile((1 + level) / 2, count - 1) * standardError };
}
