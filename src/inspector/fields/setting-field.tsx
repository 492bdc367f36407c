import { NumberField } from '../../design/number-field';
import type { SettingsKey } from '../../i18n/settings-text';
import { meantBy, shownOf } from './measure';
import { explanationOf, type NumberSetting, refusalOf, writtenValue } from './number-setting';
import { useSettingsText } from './use-settings-text';

export interface SettingFieldProps {
  setting: NumberSetting;
  /** In the document's own units; `null` where it stands for several that differ. */
  value: number | null;
  /** What the reset mark goes back to; without it there is none. */
  original?: number | null | undefined;
  /** Another label than the setting's own. */
  label?: SettingsKey | undefined;
  /** The name of what it is about, in place of a label. */
  name?: string | undefined;
  hint?: string | undefined;
  /** Tells every value on the way of a drag. */
  isLive?: boolean | undefined;
  /** Why a value within its bounds cannot be all the same. */
  refuse?: ((value: number) => string | null) | undefined;
  onChange(value: number): void;
  /** In place of `original`: what the reset mark goes back to in words, and how; `null` where nothing differs. */
  reset?: { value: string; run(): void } | null | undefined;
}

/** A number of the document: its value, unit, bounds, default and explanation come from the setting. */
export function SettingField({
  setting,
  value,
  original,
  label,
  name,
  hint,
  isLive = false,
  refuse,
  onChange,
  reset = null,
}: SettingFieldProps) {
  const text = useSettingsText();
  const { s, t, writing } = text;
  const { measure } = setting;
  const shownLabel = name ?? s(label ?? setting.key);
  const back =
    typeof original === 'number' && value !== original
      ? { value: writtenValue(setting, original, text), run: () => onChange(original) }
      : reset;
  return (
    <NumberField
      label={shownLabel}
      scale={setting.scale}
      value={value === null ? null : shownOf(measure, value)}
      writing={writing}
      prefix={measure.prefix}
      unit={measure.unit}
      mixedText={value === null ? s('field.mixed') : undefined}
      slider={setting.hasSlider === false ? undefined : isLive ? 'live' : 'settled'}
      hint={hint}
      explanation={{
        label: s('field.explain', { label: shownLabel }),
        text: explanationOf(setting, text).map((line) => <p key={line}>{line}</p>),
      }}
      reset={back && { label: t('controls.reset', { value: back.value }), run: back.run }}
      refuse={(typed) => {
        const meant = typed === null ? null : meantBy(measure, typed);
        return (
          refusalOf(setting, meant, text) ?? (meant === null ? null : (refuse?.(meant) ?? null))
        );
      }}
      onChange={(shown) => onChange(meantBy(measure, shown))}
    />
  );
}
