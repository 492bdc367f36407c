import leven from 'leven';

/**
 * The candidate that a misspelt name most likely means, or null. At most a
 * third of the letters (at least one) may differ; case does not count. Of two
 * equally near ones the first is taken.
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  const wanted = name.toLowerCase();
  let distanceMin = Math.max(1, Math.floor(name.length / 3)) + 1;
  let found: string | null = null;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    // Letters that have changed places are one slip of the fingers, not two.
    const distance =
      lettersOf(wanted) === lettersOf(known) && wanted !== known
        ? 1
        : leven(wanted, known, { maxDistance: distanceMin });
    // A one-letter name is one letter away from every other: that is no likeness.
    if (distance >= distanceMin || distance >= candidate.length) continue;
    distanceMin = distance;
    found = candidate;
  }
  return found;
}

function lettersOf(name: string): string {
  return [...name].sort().join('');
}
