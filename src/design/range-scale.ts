/** The stops of a slider and the values they stand for. */
export interface RangeScale {
  readonly min: number;
  readonly max: number;
  /** The smallest difference between two values. */
  readonly step: number;
  /** `log` gives every decade the same length; default linear. */
  readonly kind?: 'linear' | 'log';
  /** Where the first decade of a logarithmic scale begins, > 0; default `min`. A smaller `min` is its first stop. */
  readonly decadesFrom?: number;
}

/** A logarithmic slider has this many stops and rounds values to two digits that count. */
const logStops = 200;

export function stopCount(scale: RangeScale): number {
  if (scale.kind === 'log') return logStops;
  return Math.round((scale.max - scale.min) / scale.step);
}

export function stopOf(scale: RangeScale, value: number): number {
  const bounded = Math.min(scale.max, Math.max(scale.min, value));
  if (scale.kind !== 'log') return Math.round((bounded - scale.min) / scale.step);
  const { from, firstStop } = decadesOf(scale);
  if (bounded < from) return bounded > scale.min ? firstStop : 0;
  const share = Math.log(bounded / from) / Math.log(scale.max / from);
  return firstStop + Math.round(share * (logStops - firstStop));
}

export function valueAt(scale: RangeScale, stop: number): number {
  if (scale.kind !== 'log') return onStep(scale, scale.min + stop * scale.step);
  const { from, firstStop } = decadesOf(scale);
  if (stop < firstStop) return scale.min;
  const value = from * (scale.max / from) ** ((stop - firstStop) / (logStops - firstStop));
  return onStep(scale, Number(value.toPrecision(2)));
}

/** Where the decades begin, and at which stop. */
function decadesOf({ min, decadesFrom = min }: RangeScale): { from: number; firstStop: number } {
  return { from: decadesFrom, firstStop: min < decadesFrom ? 1 : 0 };
}

/** The nearest value that the scale allows. */
export function onStep(scale: RangeScale, value: number): number {
  return Math.min(scale.max, Math.max(scale.min, onGrid(scale, value)));
}

function onGrid({ min, step }: RangeScale, value: number): number {
  return Number((min + Math.round((value - min) / step) * step).toPrecision(12));
}

/**
 * The value that an arrow key leads to, upwards or downwards: the next step,
 * and on a logarithmic scale the next number with one digit that counts. Goes
 * on beyond the ends of the slider, which what is typed may do as well.
 */
export function valueBeside(scale: RangeScale, value: number, direction: 1 | -1): number {
  if (scale.kind !== 'log' || value <= 0) return onGrid(scale, value + direction * scale.step);
  // Downwards from 10 the next is 9: the step is that of the decade below.
  const decade = 10 ** Math.floor(Math.log10(value) + (direction < 0 ? -1e-9 : 1e-9));
  const step = Math.max(scale.step, Number(decade.toPrecision(1)));
  const next =
    direction > 0 ? Math.floor(value / step + 1e-9) + 1 : Math.ceil(value / step - 1e-9) - 1;
  return Number((next * step).toPrecision(12));
}
