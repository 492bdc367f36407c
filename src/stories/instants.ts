import type { Span } from './figure';

/** The instants at which a record must hold frames, so that these spans can be counted. */
export function instantsOf(spans: readonly Span[]): number[] {
  const instants = new Set(spans.flatMap(({ fromMs, toMs }) => [fromMs, toMs]));
  return [...instants].sort((one, other) => one - other);
}
