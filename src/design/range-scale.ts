/** The stops of a slider and the values they stand for. */
export interface RangeScale {
  readonly min: number;
  readonly max: number;
  /** The smallest difference between two values. */
  readonly step: number;
  /** `log` gives every decade the same length; `min` must then be > 0. Default linear. */
  readonly kind?: 'linear' | 'log';
}

/** A logarithmic slider has this many stops and rounds values to two digits that count. */
const logStops = 200;

export function stopCount(scale: RangeScale): number {
  if (scale.kind === 'log') return logStops;
  return Math.round((scale.max - scale.min) / scale.step);
}

export function stopOf(scale: RangeScale, value: number): number {
  const bounded = Math.min(scale.max, Math.max(scale.min, value));
  if (scale.kind === 'log') {
    return Math.round((Math.log(bounded / scale.min) / Math.log(scale.max / scale.min)) * logStops);
  }
  return Math.round((bounded - scale.min) / scale.step);
}

export function valueAt(scale: RangeScale, stop: number): number {
  if (scale.kind !== 'log') return onStep(scale, scale.min + stop * scale.step);
  const value = scale.min * (scale.max / scale.min) ** (stop / logStops);
  return onStep(scale, Number(value.toPrecision(2)));
}

/** The nearest value that the scale allows. */
export function onStep(scale: RangeScale, value: number): number {
  const steps = Math.round((value - scale.min) / scale.step);
  const stepped = Number((scale.min + steps * scale.step).toPrecision(12));
  return Math.min(scale.max, Math.max(scale.min, stepped));
}
