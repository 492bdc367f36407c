import type { Unit } from '../../architecture/document';
import type { UnitTarget } from '../edits/unit-edits';
import { type NumberSetting, writtenValue } from '../fields/number-setting';
import { SettingField } from '../fields/setting-field';
import { useSettingsText } from '../fields/use-settings-text';
import { useUnitValue } from './use-unit-value';

export interface UnitNumberFieldProps {
  targets: readonly UnitTarget[];
  setting: NumberSetting;
  get(unit: Unit): number;
  put(unit: Unit, value: number): Unit;
}

/** A number of one or several units. */
export function UnitNumberField({ targets, setting, get, put }: UnitNumberFieldProps) {
  const text = useSettingsText();
  const { value, back, refuse, change } = useUnitValue(targets, setting.key, get, put);
  return (
    <SettingField
      setting={setting}
      value={value}
      reset={
        back && {
          value:
            back.value === null ? text.s('field.mixed') : writtenValue(setting, back.value, text),
          run: back.run,
        }
      }
      refuse={refuse}
      onChange={change}
    />
  );
}
