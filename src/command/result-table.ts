import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { formatFor, noFigure } from '../i18n/format';
import { failureCauses, type JourneyResult, type RunResult } from '../simulation/run-result';
import { table } from './table';

const format = formatFor('en');

/** A result for reading in a terminal: a headline, then journeys, units and calls. */
export function resultTable(
  result: RunResult,
  document: ArchitectureDocument,
  deployment: Deployment,
): string {
  return [
    headline(result, document, deployment),
    journeyTable(result),
    failureTable(result),
    faultTable(result),
    unitTable(result),
    callTable(result),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function headline(
  result: RunResult,
  document: ArchitectureDocument,
  deployment: Deployment,
): string {
  const others = document.deployments.map(({ id }) => id).filter((id) => id !== deployment.id);
  const choice = others.length > 0 ? ` (--deployment: also ${others.join(', ')})` : '';
  const { simulatedSeconds, warmupSeconds, seed, events, wallMs, digest } = result;
  const lines = [
    `${document.name.en}, ${deployment.name.en}${choice}`,
    `${simulatedSeconds} s simulated, the first ${warmupSeconds} s not counted; seed ${seed}; ${format.number(events)} events in ${format.duration(wallMs)}; digest ${digest}`,
    `availability ${format.percent(result.availability)}, ${format.rate(result.throughputPerSecond)}, ${perHour(result.costUsd, result)} per hour`,
  ];
  if (result.stopped) {
    lines.push(`stopped at ${format.duration(result.stopped.atMs)}: ${result.stopped.reason}`);
  }
  return lines.join('\n');
}

/** A cost of the time counted, as US dollars per hour. */
function perHour(costUsd: number, { simulatedSeconds, warmupSeconds }: RunResult): string {
  return format.money((costUsd * 3600) / (simulatedSeconds - warmupSeconds));
}

const count = (value: number) => format.number(value);
const ms = (value: number | null) => format.duration(value);
const share = (value: number | null) => format.percent(value);

function failedIn({ failed }: JourneyResult): number {
  return failureCauses.reduce((sum, cause) => sum + failed[cause], 0);
}

function journeyTable({ journeys }: RunResult): string {
  const header = ['journey', 'arrivals', 'ok', 'degraded', 'failed', 'in flight'];
  const rows = Object.entries(journeys).map(([id, journey]) => [
    id,
    count(journey.arrivals),
    count(journey.ok),
    count(journey.degraded),
    count(failedIn(journey)),
    count(journey.inFlight),
    ms(journey.latencyMs.mean),
    ms(journey.latencyMs.p50),
    ms(journey.latencyMs.p95),
    ms(journey.latencyMs.p99),
    ms(journey.latencyMs.max),
    share(journey.withinSlo),
  ]);
  return table([[...header, 'mean', 'p50', 'p95', 'p99', 'max', 'in objective'], ...rows]);
}

function failureTable({ journeys }: RunResult): string {
  const rows = Object.entries(journeys)
    .filter(([, journey]) => failedIn(journey) > 0)
    .map(([id, { failed }]) => [id, ...failureCauses.map((cause) => count(failed[cause]))]);
  return rows.length === 0 ? '' : table([['failed by cause', ...failureCauses], ...rows]);
}

function faultTable({ fault }: RunResult): string {
  if (fault === undefined) return '';
  const { fromMs, untilMs, blastRadius, timeToRecoverMs } = fault;
  const until = untilMs === null ? 'on' : `to ${ms(untilMs)}`;
  const recovery =
    untilMs === null
      ? 'it lasts'
      : timeToRecoverMs === null
        ? 'not recovered by the end of the run'
        : `recovered ${ms(timeToRecoverMs)} after its end`;
  const title = `fault from ${ms(fromMs)} ${until}, against the same run without it; ${recovery}`;
  const rows = Object.entries(blastRadius).map(([id, radius]) => [id, share(radius)]);
  return `${title}\n${table([['blast radius', 'fared worse'], ...rows])}`;
}

function unitTable(result: RunResult): string {
  const header = ['unit', 'cores', 'slots', 'visits', 'for a slot', 'p99', 'longest', 'rejected'];
  const rows = Object.entries(result.units).map(([id, unit]) => [
    id,
    share(unit.utilization.cores),
    share(unit.utilization.slots),
    format.rate(unit.throughputPerSecond),
    ms(unit.slotQueue.meanWaitMs),
    ms(unit.slotQueue.p99WaitMs),
    count(unit.slotQueue.maxLength),
    count(unit.slotQueue.rejected),
    ms(unit.coreQueue.meanWaitMs),
    ms(unit.coreQueue.p99WaitMs),
    format.number(unit.replicas.mean, 2),
    unit.costUsd === 0 ? noFigure : perHour(unit.costUsd, result),
  ]);
  return table([[...header, 'for a core', 'p99', 'replicas', 'per hour'], ...rows]);
}

function callTable({ calls }: RunResult): string {
  const rows = Object.entries(calls).map(([id, call]) => [
    id,
    count(call.attempts),
    count(call.retries),
    count(call.failed),
    ms(call.latencyMs.mean),
    ms(call.latencyMs.p99),
    call.circuitOpenMs === 0 ? noFigure : ms(call.circuitOpenMs),
  ]);
  const header = ['call', 'attempts', 'retries', 'failed', 'mean', 'p99', 'breaker open'];
  return rows.length === 0 ? '' : table([header, ...rows]);
}
