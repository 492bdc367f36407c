/**
 * What the releases of a run cost its customers, window by window against the same run without
 * them: the same customers come to both.
 */
import { WindowField, windowFieldCount, windowMs } from '../simulation/frame';
import type { JobResult } from '../simulation/replications/run-job';
import type { AnalysisSubject } from './analysis-subject';

export interface ReleaseLoss {
  /** Requests that failed or were refused, more than without the releases. */
  readonly lostToReleases: number;
  /** Time in which they cost more than `downShare` of the requests that ended, ms. */
  readonly releaseDowntimeMs: number;
}

/** As for the time to recover: fewer customers than this nobody notices. */
export const downShare = 0.05;

/** The subject as it would be if nothing were released; `null` where nothing is before the run ends. */
export function withoutReleases(subject: AnalysisSubject, endMs: number): AnalysisSubject | null {
  const { document, script } = subject;
  const isReleased =
    document.timeline.some((event) => 'release' in event && event.atMs < endMs) ||
    script.some(({ atMs, command }) => command.kind === 'release' && atMs < endMs);
  if (!isReleased) return null;
  return {
    ...subject,
    document: {
      ...document,
      timeline: document.timeline.filter((event) => !('release' in event)),
    },
    script: script.filter(
      ({ command }) => command.kind !== 'release' && command.kind !== 'roll-back',
    ),
  };
}

/** `null` where one of the two kept no windows. */
export function releaseLossOf(run: JobResult, unreleased: JobResult): ReleaseLoss | null {
  const [windows, others] = [run.windows, unreleased.windows];
  if (windows === null || others === null) return null;
  let lostToReleases = 0;
  let downWindows = 0;
  const { ok, degraded, failed } = WindowField;
  for (let row = 0; row < Math.min(windows.length, others.length); row += windowFieldCount) {
    const lost = windows[row + failed] - others[row + failed];
    const ended = windows[row + ok] + windows[row + degraded] + windows[row + failed];
    lostToReleases += lost;
    if (lost > downShare * ended) downWindows += 1;
  }
  return { lostToReleases, releaseDowntimeMs: downWindows * windowMs };
}
