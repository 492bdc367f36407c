/** The tables of the analyses as they are taken away: one row a cell or a point, units in the names of the columns. */
import type { ScalingPoint } from '../simulation/replications/scaling-search';
import type { AnalysisSubject } from './analysis-subject';
import type { FailureRow } from './failure-map';
import type { CsvCell } from './save-file';

export function failureMapCsv(
  rows: readonly FailureRow[],
  { opened, deployments }: Pick<AnalysisSubject, 'opened' | 'deployments'>,
): CsvCell[][] {
  return [
    ['module', 'fault', 'journey', 'deployment', 'share_harmed'],
    ...rows.flatMap(({ moduleId, fault, harmed }) =>
      opened.journeys.flatMap(({ id }, journey) =>
        deployments.map((deployment, side) => [
          moduleId,
          fault.kind,
          id,
          deployment.id,
          rounded(harmed[journey][side]),
        ]),
      ),
    ),
  ];
}

export function scalingCsv(points: readonly ScalingPoint[]): CsvCell[][] {
  return [
    ['deployment', 'arrivals_per_second', 'usd_per_hour', 'replicas', 'busiest_unit'],
    ...points.map((point) => [
      point.deploymentId,
      point.arrivalRatePerSecond,
      point.usdPerHour === null ? null : rounded(point.usdPerHour),
      Object.entries(point.replicas)
        .map(([id, count]) => `${id}=${count}`)
        .join(' '),
      point.busiestUnitId,
    ]),
  ];
}

/** Sums of decimal fractions end in digits that say nothing. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
