import type { SettingsKey } from '../i18n/settings-text';
import type { Interventions } from '../workspace/interventions';
import { useWorkspace } from '../workspace/use-workspace';
import type { AnyFault } from './fields/fault-settings';
import { strengthOf, withStrength } from './fields/fault-settings';
import { SettingField } from './fields/setting-field';
import { useSettingsText } from './fields/use-settings-text';

export interface FaultTogglesProps<AFault extends AnyFault> {
  /** What each fault begins with, in the order of the buttons. */
  initial: readonly AFault[];
  /** Those that hold, by kind. */
  faults: Readonly<Partial<Record<AFault['kind'], AFault>>>;
  set(before: Interventions, fault: AFault): Interventions;
  lift(before: Interventions, kind: AFault['kind']): Interventions;
}

/** A button for each fault, pressed while it holds, and how strong those are that hold. */
export function FaultToggles<AFault extends AnyFault>({
  initial,
  faults,
  set,
  lift,
}: FaultTogglesProps<AFault>) {
  const { s } = useSettingsText();
  const intervene = useWorkspace((state) => state.intervene);
  const held = initial.flatMap(({ kind }) => faults[kind as AFault['kind']] ?? []);
  return (
    <>
      <div className="fault-toggles">
        {initial.map((fault) => {
          const kind = fault.kind as AFault['kind'];
          const isOn = faults[kind] !== undefined;
          return (
            <button
              key={kind}
              type="button"
              className={`fault-toggle fault-toggle-${kind}`}
              aria-pressed={isOn}
              onClick={() =>
                intervene((before) => (isOn ? lift(before, kind) : set(before, fault)))
              }
            >
              {s(`fault.short.${kind}` as SettingsKey)}
            </button>
          );
        })}
      </div>
      {held.map((fault) => {
        const strength = strengthOf(fault);
        return (
          strength && (
            <SettingField
              key={fault.kind}
              setting={strength.setting}
              value={strength.value}
              isLive
              onChange={(value) => intervene((before) => set(before, withStrength(fault, value)))}
            />
          )
        );
      })}
    </>
  );
}
