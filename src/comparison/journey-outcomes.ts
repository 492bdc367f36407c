import { type Frame, JourneyField, journeyFieldCount } from '../simulation/frame';

export interface JourneyOutcome {
  /** Recent share of requests that ended well, 0 to 1; NaN where none ended. */
  success: number;
  /** Recent share that ended well with less than the full answer. */
  degraded: number;
  /** Recent median of those that ended well, ms; NaN where there were none. */
  msP50: number;
}

/** How a journey fares in a deployment at one instant. */
export function journeyOutcome(
  frame: Frame | null,
  deploymentId: string,
  journeyIndex: number,
): JourneyOutcome {
  const deployment = frame?.deployments.find((one) => one.deploymentId === deploymentId);
  const value = (field: number) =>
    deployment?.journeys[journeyIndex * journeyFieldCount + field] ?? Number.NaN;
  return {
    success: value(JourneyField.recentSuccess),
    degraded: value(JourneyField.recentDegraded),
    msP50: value(JourneyField.recentMsP50),
  };
}

export function isSameOutcome(one: JourneyOutcome, other: JourneyOutcome): boolean {
  return (
    Object.is(one.success, other.success) &&
    Object.is(one.degraded, other.degraded) &&
    Object.is(one.msP50, other.msP50)
  );
}

export type OutcomeTone = 'unknown' | 'fine' | 'slow' | 'degraded' | 'failed';

const noticeableShare = 0.01;

/**
 * Failed when most get no answer, degraded when more than a few get none or a
 * reduced one, slow when most wait longer than the journey's objective (where
 * one is given).
 */
export function outcomeTone(
  outcome: JourneyOutcome,
  sloMs = Number.POSITIVE_INFINITY,
): OutcomeTone {
  const { success, degraded, msP50 } = outcome;
  if (Number.isNaN(success)) return 'unknown';
  if (success < 0.5) return 'failed';
  if (success < 1 - noticeableShare || degraded > noticeableShare) return 'degraded';
  return msP50 > sloMs ? 'slow' : 'fine';
}
