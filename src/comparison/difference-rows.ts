/** The table of differences: every figure of both sides, who does better, and whether that is more than chance. */
import type { ArchitectureDocument, Deployment, LocalizedText } from '../architecture/document';
import { type MeanInterval, meanInterval } from '../simulation/replications/mean-interval';
import { isBeyondNoise, pairedDifference } from '../simulation/replications/paired-difference';
import { measuredFigures } from './measured-figures';
import { type ReleaseLoss, releaseLossOf } from './release-loss';
import type { Spread } from './run-spread';
import { type SizeName, sizesOf } from './size-figures';

export type FigureForm = 'share' | 'ms' | 'rate' | 'usd' | 'count' | 'mib';

export interface FigureKind {
  /** Name of the figure, that of its text as well. */
  readonly name:
    | 'success'
    | 'goodPerSecond'
    | 'msP50'
    | 'msP95'
    | 'msP99'
    | 'inTime'
    | 'blastRadius'
    | 'throughputPerSecond'
    | 'timeToRecoverMs'
    | keyof ReleaseLoss
    | 'usdPerHour'
    | 'usdPerMillionGood'
    | 'networkCallsPerRequest'
    | 'retriesPerRequest'
    | 'coresInUse'
    | 'cpuMsPerGood'
    | SizeName;
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
  { name: 'goodPerSecond', form: 'rate', isMoreBetter: true },
  { name: 'msP50', form: 'ms', isMoreBetter: false },
  { name: 'msP95', form: 'ms', isMoreBetter: false },
  { name: 'msP99', form: 'ms', isMoreBetter: false },
  { name: 'inTime', form: 'share', isMoreBetter: true },
  { name: 'blastRadius', form: 'share', isMoreBetter: false },
];

const runKinds: readonly FigureKind[] = [
  { name: 'throughputPerSecond', form: 'rate', isMoreBetter: true },
  { name: 'timeToRecoverMs', form: 'ms', isMoreBetter: false },
  { name: 'releaseDowntimeMs', form: 'ms', isMoreBetter: false },
  { name: 'lostToReleases', form: 'count', isMoreBetter: false },
  { name: 'usdPerHour', form: 'usd', isMoreBetter: false },
  { name: 'usdPerMillionGood', form: 'usd', isMoreBetter: false },
  { name: 'networkCallsPerRequest', form: 'count', isMoreBetter: false },
  { name: 'retriesPerRequest', form: 'count', isMoreBetter: false },
  { name: 'coresInUse', form: 'count', isMoreBetter: false },
  { name: 'cpuMsPerGood', form: 'ms', isMoreBetter: false },
];

const sizeKinds: readonly (FigureKind & { name: SizeName })[] = [
  { name: 'processes', form: 'count', isMoreBetter: false },
  { name: 'replicas', form: 'count', isMoreBetter: false },
  { name: 'cores', form: 'count', isMoreBetter: false },
  { name: 'memoryMiB', form: 'mib', isMoreBetter: false },
  { name: 'startupMs', form: 'ms', isMoreBetter: false },
  { name: 'doublingUsdPerHour', form: 'usd', isMoreBetter: false },
  { name: 'restartedByRelease', form: 'count', isMoreBetter: false },
];

/**
 * What differs by less cannot be told apart: quantiles come from a histogram that is right within 1 %, and rates
 * leave out what is still under way when the run ends, of which the slower side has more.
 */
const resolutions: Readonly<Partial<Record<FigureForm, number>>> = { ms: 0.01, rate: 0.01 };

export function differenceRows(
  document: ArchitectureDocument,
  [left, right]: readonly Deployment[],
  { sides, seconds, unreleased }: Spread,
): DifferenceRow[] {
  const figures = [left, right].map((deployment, side) =>
    sides[side].map((run, index): Readonly<Record<string, number | null>> => {
      const other = unreleased?.[side][index];
      return {
        ...measuredFigures(run.result, deployment, seconds),
        ...(other === undefined ? null : releaseLossOf(run, other)),
      };
    }),
  );
  const sizes = [left, right].map((deployment, side) =>
    sizesOf(
      document,
      deployment,
      sides[side].map(({ result }) => result),
    ),
  );
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
      const [ofLeft, ofRight] = sizes.map((side) => side.map((one) => one[kind.name]));
      return differenceRow(kind.name, kind, null, ofLeft, ofRight);
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
  const resolution = (resolutions[kind.form] ?? 0) * Math.max(...sides.map((s) => s.mean));
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
