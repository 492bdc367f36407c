/** What goes wrong in the run on the page, by its document and by what was done to it. */
import type { TimedCommand } from '../simulation/command';
import { faultSpanOf } from '../simulation/replications/fault-span';
import type { RunFaults } from '../simulation/replications/run-job';
import { faultPeriodsOf } from '../workspace/fault-periods';
import type { AnalysisSubject } from './analysis-subject';

/** `null` where nothing goes wrong in that deployment before the run ends. */
export function runFaultsOf(
  { document, script }: AnalysisSubject,
  deploymentId: string,
  endMs: number,
): RunFaults | null {
  const done = faultPeriodsOf({ ...document, timeline: [] }, script);
  const timeline = faultSpanOf(document, deploymentId);
  const spans = timeline === null ? done : [timeline, ...done];
  const fromMs = Math.min(...spans.map((span) => span.fromMs));
  if (fromMs >= endMs) return null;
  const ends = spans.map(({ untilMs }) => untilMs ?? Number.POSITIVE_INFINITY);
  const untilMs = Math.max(...ends);
  return {
    span: { fromMs, untilMs: Number.isFinite(untilMs) ? untilMs : null },
    healthyScript: script.filter(({ command }) => !isFault(command)),
  };
}

function isFault(command: TimedCommand['command']): boolean {
  if (command.kind === 'release') return command.fault !== null;
  return 'faultKind' in command || command.kind === 'unit-crash';
}
