/**
 * The mean of independent replications with its confidence interval, sharpened
 * by control variates: figures of the same replications whose true means are
 * known (S. S. Lavenberg, P. D. Welch, Management Science 27, 1981). A
 * replication that by luck saw more arrivals or longer services than it should
 * have tells by how much its waits are too long. Least squares of the values
 * on the controls; the estimate is the fitted value where every control has
 * its true mean.
 */
import { studentQuantile } from './student-quantile';

export interface Interval {
  mean: number;
  /** Of the two-sided interval about the mean. */
  halfWidth: number;
}

/**
 * @param values one per replication
 * @param controls per replication, how far each control is from its true mean
 * @param level such as 0.99
 */
export function controlledMean(
  values: readonly number[],
  controls: readonly (readonly number[])[],
  level: number,
): Interval {
  const controlCount = controls[0]?.length ?? 0;
  const size = controlCount + 1;
  const rows = values.map((_, i) => [1, ...(controls[i] ?? [])]);
  const inverse = inverseOf(normalMatrix(rows, size));
  const projected = Array.from({ length: size }, (_, a) =>
    rows.reduce((sum, row, i) => sum + row[a] * values[i], 0),
  );
  const coefficients = inverse.map((line) => dot(line, projected));
  const errors = rows.map((row, i) => values[i] - dot(row, coefficients));
  const residual = dot(errors, errors);
  const freedom = values.length - size;
  const standardError = Math.sqrt((residual / freedom) * inverse[0][0]);
  return {
    mean: coefficients[0],
    halfWidth: studentQuantile((1 + level) / 2, freedom) * standardError,
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

function normalMatrix(rows: readonly (readonly number[])[], size: number): number[][] {
  return Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (_, b) => rows.reduce((sum, row) => sum + row[a] * row[b], 0)),
  );
}

/** Gauss–Jordan elimination of a positive definite matrix, which needs no pivoting. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [
    ...row,
    ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  ]);
  for (let pivot = 0; pivot < size; pivot++) {
    const scale = rows[pivot][pivot];
    rows[pivot] = rows[pivot].map((value) => value / scale);
    for (let i = 0; i < size; i++) {
      if (i === pivot) continue;
      const factor = rows[i][pivot];
      rows[i] = rows[i].map((value, j) => value - factor * rows[pivot][j]);
    }
  }
  return rows.map((row) => row.slice(size));
}
