/**
 * A quantile of a sample, linear between its neighbours (type 7 of Hyndman and
 * Fan); NaN values do not count, NaN where no other is left.
 * @param p from 0 to 1
 */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
