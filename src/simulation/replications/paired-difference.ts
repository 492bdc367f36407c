import { type MeanInterval, meanInterval } from './mean-interval';

/**
 * The mean of a − b over replications that share their customers' luck, seed by
 * seed, with its 95 % interval: much narrower than that of either side alone.
 * Pairs of which one side has no figure do not count; `null` without any pair.
 */
export function pairedDifference(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
): MeanInterval | null {
  const differences = a.flatMap((value, index) => {
    const other = b[index] ?? null;
    return value === null || other === null ? [] : [value - other];
  });
  return differences.length === 0 ? null : meanInterval(differences);
}

/** Whether the interval tells the mean apart from nothing at all. */
export function isBeyondNoise({ mean, halfWidth }: MeanInterval): boolean {
  return halfWidth !== null && Math.abs(mean) > halfWidth;
}
