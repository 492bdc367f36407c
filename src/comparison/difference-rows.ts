/** The table of differences: every figure of both sides, who does better, and whether that is more than chance. */
import type { ArchitectureDocument, Deployment, LocalizedText } from '../architecture/document';
import { type MeanInterval, meanInterval } from '../simulation/replications/mean-interval';
import { isBeyondNoise, pairedDifference } from '../simulation/replications/paired-difference';
import { figuresOf } from '../simulation/replications/run-figures';
import type { JobResult } from '../simulation/replications/run-job';
import type { Spread } from './run-spread';

export type FigureForm = 'share' | 'ms' | 'rate' | 'usd' | 'count' | 'mib';

export interface FigureKind {
  /** Name of the figure, that of its text as well. */
  readonly name:
    | 'success'
    | 'msP50'
    | 'msP99'
    | 'withinSlo'
    | 'throughputPerSecond'
    | 'usdPerHour'
    | 'usdPerMillionGood'
    | 'networkCallsPerRequest'
    | 'processes'
    | 'replicas'
    | 'cores'
    | 'memoryMiB'
    | 'startupMs';
  readonly form: FigureForm;
  readonly isMoreBetter: boolean;
}

export interface DifferenceRow {
  /** Unique in the table. */
  readonly id: string;
  readonly kind: FigureKind;
  /** `null` for a figure of all together. */
  readonly journey: LocalizedText | null;
  readonly left: MeanInterval;
  readonly right: MeanInterval;
  /** Left minus right, seed by seed. */
  readonly difference: MeanInterval;
  /** Who does better; `null` where chance explains the difference, or there is none. */
  readonly better: 'left' | 'right' | null;
}

const journeyKinds: readonly FigureKind[] = [
  { name: 'success', form: 'share', isMoreBetter: true },
  { name: 'msP50', form: 'ms', isMoreBetter: false },
  { name: 'msP99', form: 'ms', isMoreBetter: false },
  { name: 'withinSlo', form: 'share', isMoreBetter: true },
];

const runKinds: readonly FigureKind[] = [
  { name: 'throughputPerSecond', form: 'rate', isMoreBetter: true },
  { name: 'usdPerHour', form: 'usd', isMoreBetter: false },
  { name: 'usdPerMillionGood', form: 'usd', isMoreBetter: false },
  { name: 'networkCallsPerRequest', form: 'count', isMoreBetter: false },
];

const sizeKinds = [
  { name: 'processes', form: 'count', isMoreBetter: false },
  { name: 'replicas', form: 'count', isMoreBetter: false },
  { name: 'cores', form: 'count', isMoreBetter: false },
  { name: 'memoryMiB', form: 'mib', isMoreBetter: false },
  { name: 'startupMs', form: 'ms', isMoreBetter: false },
] as const satisfies readonly FigureKind[];

/** Quantiles come from a histogram that is right within 1 %: what differs by less cannot be told apart. */
const latencyError = 0.01;

export function differenceRows(
  document: ArchitectureDocument,
  [left, right]: readonly Deployment[],
  { sides }: Spread,
): DifferenceRow[] {
  const figures = sides.map((side) => side.map(({ result }) => figuresOf(result)));
  const valuesOf = (side: number, name: string) =>
    figures[side].map((figure) => figure[name] ?? null);
  const rowOf = (name: string, kind: FigureKind, journey: LocalizedText | null) =>
    differenceRow(name, kind, journey, valuesOf(0, name), valuesOf(1, name));
  return [
    rowOf('availability', journeyKinds[0], null),
    ...document.journeys.flatMap(({ id, name }) =>
      journeyKinds.map((kind) => rowOf(`${id}.${kind.name}`, kind, name)),
    ),
    ...runKinds.map((kind) => rowOf(kind.name, kind, null)),
    ...sizeKinds.map((kind) => {
      const sizes = [left, right].map((deployment, side) =>
        sides[side].map((one) => sizesOf(deployment, one)[kind.name]),
      );
      return differenceRow(kind.name, kind, null, sizes[0], sizes[1]);
    }),
  ].filter((row) => row !== null);
}

function differenceRow(
  id: string,
  kind: FigureKind,
  journey: LocalizedText | null,
  left: readonly (number | null)[],
  right: readonly (number | null)[],
): DifferenceRow | null {
  const difference = pairedDifference(left, right);
  if (difference === null) return null;
  const sides = [left, right].map((values) =>
    meanInterval(values.filter((value) => value !== null)),
  );
  const resolution = kind.form === 'ms' ? latencyError * Math.max(...sides.map((s) => s.mean)) : 0;
  const isTold = isBeyondNoise(difference) && Math.abs(difference.mean) > resolution;
  const isLeftBetter = difference.mean > 0 === kind.isMoreBetter;
  return {
    id,
    kind,
    journey,
    left: sides[0],
    right: sides[1],
    difference,
    better: isTold ? (isLeftBetter ? 'left' : 'right') : null,
  };
}

/** What a side takes to run: its own processes, at the most that were ready at once. */
function sizesOf(
  { units }: Deployment,
  { result }: JobResult,
): Record<(typeof sizeKinds)[number]['name'], number> {
  const own = units.filter(({ external }) => !external);
  const sum = (sizeOf: (unit: (typeof own)[number]) => number) =>
    own.reduce((total, unit) => total + sizeOf(unit) * result.units[unit.id].replicas.max, 0);
  return {
    processes: own.length,
    replicas: sum(() => 1),
    cores: sum(({ cores }) => cores),
    memoryMiB: sum(({ memoryMiB }) => memoryMiB),
    startupMs: Math.max(0, ...own.map(({ startupMs }) => startupMs)),
  };
}
