/** Picks one request of a run that is of a kind. */
import { type RequestOutcomes, Standing } from '../simulation/replications/request-outcomes';
import type { RequestKind, RequestPoint } from '../workspace/request-wish';

/** Looked for first among those that ended so lately, ms. */
const recentMs = 10_000;

export interface ChosenRequest {
  journey: number;
  number: number;
}

interface Ended extends ChosenRequest {
  endedMs: number;
  tookMs: number;
}

/** `null` where there is none of the kind. */
export function chooseRequest(outcomes: RequestOutcomes, kind: RequestKind): ChosenRequest | null {
  const all = endedRequests(outcomes, kind === 'failed');
  const recent = all.filter(({ endedMs }) => endedMs >= outcomes.endMs - recentMs);
  const candidates = recent.length > 0 ? recent : all;
  const ordered =
    kind === 'failed'
      ? candidates.sort((one, other) => one.endedMs - other.endedMs)
      : candidates.sort((one, other) => one.tookMs - other.tookMs);
  const place = kind === 'usual' ? Math.floor(ordered.length / 2) : ordered.length - 1;
  return chosenOf(ordered[place]);
}

/** `null` where none ended in the stretch of the point. */
export function chooseAtPoint(
  outcomes: RequestOutcomes,
  { fromMs, toMs, which }: RequestPoint,
): ChosenRequest | null {
  const isWithin = ({ endedMs }: Ended) => endedMs >= fromMs && endedMs < toMs;
  const failed = which === 'failed' ? endedRequests(outcomes, true).filter(isWithin) : [];
  if (failed.length > 0) return chosenOf(failed[Math.floor(failed.length / 2)]);
  const good = endedRequests(outcomes, false).filter(isWithin);
  good.sort((one, other) => one.tookMs - other.tookMs);
  if (typeof which === 'string') return chosenOf(good[Math.floor(good.length / 2)]);
  const farFrom = ({ tookMs }: Ended) => Math.abs(tookMs - which.tookMs);
  return chosenOf(good.sort((one, other) => farFrom(one) - farFrom(other))[0]);
}

function chosenOf(ended: Ended | undefined): ChosenRequest | null {
  return ended === undefined ? null : { journey: ended.journey, number: ended.number };
}

function endedRequests({ journeys }: RequestOutcomes, isFailure: boolean): Ended[] {
  return journeys.flatMap(({ bornMs, endedMs, standing }, journey) =>
    standing.flatMap((each, number): Ended[] => {
      if (each === Standing.underWay || (each === Standing.failed) !== isFailure) return [];
      const tookMs = endedMs[number] - bornMs[number];
      return [{ journey, number, endedMs: endedMs[number], tookMs }];
    }),
  );
}
