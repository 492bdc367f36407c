/**
 * What is done to a run on its way, in time order. Together with document,
 * deployments and seed it makes the run: where two scripts begin alike, so do
 * their runs.
 */
import type { TimedCommand } from './command';

export type Script = readonly TimedCommand[];

/** So many entries from the beginning on are the same in both. */
export function commonLength(one: Script, other: Script): number {
  let length = 0;
  while (
    length < one.length &&
    length < other.length &&
    JSON.stringify(one[length]) === JSON.stringify(other[length])
  ) {
    length += 1;
  }
  return length;
}

/** Before this instant the runs of two scripts are the same, ms; infinite where all of them is. */
export function firstDifferenceMs(one: Script, other: Script): number {
  const length = commonLength(one, other);
  const firstOf = (script: Script) => script[length]?.atMs ?? Number.POSITIVE_INFINITY;
  return Math.min(firstOf(one), firstOf(other));
}

/** With one more entry, behind those of the same instant. */
export function withCommand(script: Script, added: TimedCommand): Script {
  const at = script.findIndex(({ atMs }) => atMs > added.atMs);
  return at < 0 ? [...script, added] : [...script.slice(0, at), added, ...script.slice(at)];
}
