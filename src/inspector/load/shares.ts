import type { Journey } from '../../architecture/document';

/** Shares are kept to a hundredth of a percent. */
const parts = 10_000;

/**
 * The journeys with another share for one of them: the others share the rest as
 * they did before, or equally where they had nothing. The shares sum to 1.
 */
export function withShare(journeys: readonly Journey[], id: string, share: number): Journey[] {
  const own = Math.round(share * parts);
  const others = journeys.filter((journey) => journey.id !== id);
  if (others.length === 0) return journeys.map((journey) => ({ ...journey, share: 1 }));
  const sum = others.reduce((total, other) => total + other.share, 0);
  const wanted = others.map(
    (other) => (parts - own) * (sum > 0 ? other.share / sum : 1 / others.length),
  );
  const given = roundedTo(parts - own, wanted);
  return journeys.map((journey) => {
    const place = others.indexOf(journey);
    return { ...journey, share: (place < 0 ? own : given[place]) / parts };
  });
}

/** Whole numbers that sum to `total`: each rounded down, and what is left goes to the largest remainders. */
function roundedTo(total: number, wanted: readonly number[]): number[] {
  const whole = wanted.map(Math.floor);
  const left = total - whole.reduce((sum, value) => sum + value, 0);
  const byRemainder = wanted
    .map((value, place) => ({ place, remainder: value - whole[place] }))
    .sort((one, other) => other.remainder - one.remainder);
  for (const { place } of byRemainder.slice(0, left)) whole[place] += 1;
  return whole;
}
