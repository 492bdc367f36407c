import { type Frame, JourneyField, journeyFieldCount } from '../simulation/frame';

export interface JourneyOutcome {
  /** Recent share of requests that ended well, 0 to 1; NaN where none ended. */
  success: number;
  /** Recent share that ended well with less than the full answer. */
  degraded: number;
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
  };
}

export function isSameOutcome(one: JourneyOutcome, other: JourneyOutcome): boolean {
  return Object.is(one.success, other.success) && Object.is(one.degraded, other.degraded);
}

export type OutcomeTone = 'unknown' | 'fine' | 'degraded' | 'failed';

const noticeableShare = 0.01;

/** Fine while all but a few get the full answer; failed when most get none. */
export function outcomeTone({ success, degraded }: JourneyOutcome): OutcomeTone {
  if (Number.isNaN(success)) return 'unknown';
  if (success < 0.5) return 'failed';
  return success < 1 - noticeableShare || degraded > noticeableShare ? 'degraded' : 'fine';
}
