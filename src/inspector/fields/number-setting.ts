/** A number of the document that can be set: what is said of it, how it is shown, and what it may be. */
import { type Bounds, boundsAt } from '../../architecture/bounds';
import type { RangeScale } from '../../design/range-scale';
import type { SettingsKey } from '../../i18n/settings-text';
import { type Measure, shownOf } from './measure';
import type { SettingsText } from './use-settings-text';

/** A setting has a label and, under the same key with `.why`, a line that explains it. */
export type SettingKey = {
  [Key in SettingsKey]: `${Key}.why` extends SettingsKey ? Key : never;
}[SettingsKey];

export interface NumberSetting {
  readonly key: SettingKey;
  readonly measure: Measure;
  /** What the document may hold, in its own units. */
  readonly bounds: Bounds;
  /** The slider, or what the arrow keys step through, in shown units. */
  readonly scale: RangeScale;
  /** Whether it has a slider; default true. */
  readonly hasSlider?: boolean;
}

/** A setting that stands in the document at a path, see `boundsAt`. */
export function settingAt(path: string, setting: Omit<NumberSetting, 'bounds'>): NumberSetting {
  return { ...setting, bounds: boundsAt(path) };
}

/** A value with its unit: `20`, `1.5 s`, `50%`. */
export function writtenValue(
  { measure }: Pick<NumberSetting, 'measure'>,
  value: number,
  { writing }: Pick<SettingsText, 'writing'>,
): string {
  const figure = `${measure.prefix ?? ''}${writing.write(shownOf(measure, value))}`;
  return measure.unit === undefined ? figure : `${figure}\u00a0${measure.unit}`;
}

/** Why the document cannot hold a value; `null` where it can. `value` is `null` for what is not a number. */
export function refusalOf(
  setting: Pick<NumberSetting, 'bounds' | 'measure'>,
  value: number | null,
  text: Pick<SettingsText, 's' | 'writing'>,
): string | null {
  const { s } = text;
  const { min, max, isAboveMin, isWhole } = setting.bounds;
  const written = (bound: number) => writtenValue(setting, bound, text);
  if (value === null || !Number.isFinite(value)) return s('refused.number');
  if (isAboveMin && value <= min) return s('refused.above', { min: written(min) });
  if (value < min) return s('refused.min', { min: written(min) });
  if (value > max) return s('refused.max', { max: written(max) });
  return isWhole && !Number.isInteger(value) ? s('refused.whole') : null;
}

/** What stands behind the question mark: what it is, where it may lie, and what it is by default. */
export function explanationOf(
  setting: Pick<NumberSetting, 'key' | 'bounds' | 'measure'>,
  text: SettingsText,
): string[] {
  const { s } = text;
  const { min, max, default: byDefault } = setting.bounds;
  const range = Number.isFinite(min) && Number.isFinite(max);
  return [
    s(`${setting.key}.why`),
    ...(range
      ? [
          s('field.range', {
            min: writtenValue(setting, min, text),
            max: writtenValue(setting, max, text),
          }),
        ]
      : []),
    ...(typeof byDefault === 'number'
      ? [s('field.default', { value: writtenValue(setting, byDefault, text) })]
      : []),
  ];
}
