/**
 * What a fault did: a run compared, request by request, with the same run
 * without it. Both have the same customers with the same luck, so whatever a
 * customer fares worse by is the fault's doing.
 *
 * *Blast radius*: among the requests that arrive while a fault is in force, the
 * share that fares worse: it fails where it was answered, it is degraded where
 * it was not, or it misses its journey's objective where it was within. A
 * request that is still under way has missed its objective when it is older.
 *
 * *Time to recover*: customers are well served when they are answered, degraded
 * or not, within the objective. A window (half a second of arrivals) is back
 * when at most 5 % of its customers, or one of them, are no longer well served
 * who were without the fault. The service has recovered with the first window
 * after the fault's end from which on all are back.
 */
import type { ArchitectureDocument } from '../../architecture/document';
import { windowMs } from '../frame';
import type { FaultImpact } from '../run-result';
import type { FaultSpan } from './fault-span';
import { type JourneyRequests, type RequestOutcomes, Standing } from './request-outcomes';

/** Of the customers of a window; a single one never decides. */
const missingShareMax = 0.05;

export interface FaultComparison {
  document: Pick<ArchitectureDocument, 'journeys'>;
  healthy: RequestOutcomes;
  faulty: RequestOutcomes;
  span: FaultSpan;
  /** Requests that arrive before do not count, ms. */
  warmupMs: number;
}

export function faultImpact(comparison: FaultComparison): FaultImpact {
  const { document, span } = comparison;
  const blastRadius = document.journeys.map(({ id }, journey) => {
    return [id, blastRadiusOf(comparison, journey)] as const;
  });
  return {
    fromMs: span.fromMs,
    untilMs: span.untilMs,
    blastRadius: Object.fromEntries(blastRadius),
    timeToRecoverMs: span.untilMs === null ? null : timeToRecoverMs(comparison, span.untilMs),
  };
}

/** `null` where nobody came while the fault was in force. */
export function blastRadiusOf(comparison: FaultComparison, journey: number): number | null {
  const { document, healthy, faulty, span, warmupMs } = comparison;
  const { sloMs } = document.journeys[journey];
  const before = healthy.journeys[journey];
  const after = faulty.journeys[journey];
  const fromMs = Math.max(span.fromMs, warmupMs);
  const untilMs = span.untilMs ?? Number.POSITIVE_INFINITY;
  let came = 0;
  let worse = 0;
  after.bornMs.forEach((bornMs, number) => {
    if (bornMs < fromMs || bornMs >= untilMs || before.bornMs[number] === undefined) return;
    came++;
    const was = {
      standing: before.standing[number],
      isLate: isLate(healthy, before, number, sloMs),
    };
    const is = { standing: after.standing[number], isLate: isLate(faulty, after, number, sloMs) };
    if (faredWorse(was, is)) worse++;
  });
  return came === 0 ? null : worse / came;
}

interface Fate {
  standing: number;
  isLate: boolean;
}

function faredWorse(was: Fate, is: Fate): boolean {
  if (was.standing === Standing.underWay) return false;
  if (is.standing !== Standing.underWay && is.standing > was.standing) return true;
  return was.standing !== Standing.failed && !was.isLate && is.isLate;
}

function isLate(
  { endMs }: RequestOutcomes,
  { bornMs, endedMs }: JourneyRequests,
  number: number,
  sloMs: number,
): boolean {
  return Math.min(endedMs[number], endMs) - bornMs[number] > sloMs;
}

/** `null` where the run ends before the service is back. */
function timeToRecoverMs(comparison: FaultComparison, faultEndMs: number): number | null {
  const { healthy, faulty } = comparison;
  const windowCount = Math.floor((Math.min(healthy.endMs, faulty.endMs) - faultEndMs) / windowMs);
  if (windowCount <= 0) return null;
  const came = servedPerWindow(comparison, healthy, faultEndMs, windowCount, () => true);
  const before = servedPerWindow(comparison, healthy, faultEndMs, windowCount, isWellServed);
  const after = servedPerWindow(comparison, faulty, faultEndMs, windowCount, isWellServed);
  let firstBack = windowCount;
  for (let window = windowCount - 1; window >= 0; window--) {
    const missing = before[window] - after[window];
    if (missing > Math.max(1, missingShareMax * came[window])) break;
    firstBack = window;
  }
  return firstBack === windowCount ? null : firstBack * windowMs;
}

function isWellServed(standing: number, isTooLate: boolean): boolean {
  return standing !== Standing.failed && !isTooLate;
}

/** How many of those who arrive in each window after an instant are meant. */
function servedPerWindow(
  { document }: FaultComparison,
  outcomes: RequestOutcomes,
  fromMs: number,
  windowCount: number,
  isMeant: (standing: number, isTooLate: boolean) => boolean,
): number[] {
  const counts = new Array<number>(windowCount).fill(0);
  document.journeys.forEach(({ sloMs }, journey) => {
    const requests = outcomes.journeys[journey];
    requests.bornMs.forEach((bornMs, number) => {
      const window = Math.floor((bornMs - fromMs) / windowMs);
      if (window < 0 || window >= windowCount) return;
      const isTooLate = isLate(outcomes, requests, number, sloMs);
      if (isMeant(requests.standing[number], isTooLate)) counts[window]++;
    });
  });
  return counts;
}
