import type { Autoscaler, Unit } from '../../architecture/document';
import { SwitchField } from '../../design/switch-field';
import type { UnitTarget } from '../edits/unit-edits';
import { autoscalerSettings } from '../fields/autoscaler-settings';
import { useSettingsText } from '../fields/use-settings-text';
import { Group } from '../group';
import { UnitNumberField } from './unit-number-field';
import { useUnitValue } from './use-unit-value';

/** Between the replicas that there are and three times as many, as the schema has it by default. */
export function initialAutoscaler({ replicas }: Pick<Unit, 'replicas'>): Autoscaler {
  return {
    min: Math.max(1, replicas),
    max: Math.max(1, replicas) * 3,
    targetUtilization: 0.6,
    everyMs: 15_000,
    stabilizationMs: 60_000,
  };
}

/** With an autoscaler, or without. */
export function withAutoscaler(unit: Unit, autoscaler: Autoscaler | null): Unit {
  const { autoscaler: _before, ...rest } = unit;
  return autoscaler === null ? rest : { ...rest, autoscaler };
}

const names = ['min', 'max', 'targetUtilization', 'everyMs', 'stabilizationMs'] as const;

export function AutoscalerGroup({ targets }: { targets: readonly UnitTarget[] }) {
  const { s, t } = useSettingsText();
  const whole = useUnitValue(
    targets,
    'group.autoscaler',
    ({ autoscaler }) => autoscaler ?? null,
    withAutoscaler,
  );
  const isOn = useUnitValue(
    targets,
    'group.autoscaler',
    ({ autoscaler }) => autoscaler !== undefined,
    (unit, wanted) =>
      withAutoscaler(unit, wanted ? (unit.autoscaler ?? initialAutoscaler(unit)) : null),
  );
  const common = targets.every(({ unit }) => unit.autoscaler) ? whole.value : null;
  const label = s('autoscaler.on');
  return (
    <Group
      title="group.autoscaler"
      summary={common === null ? s('field.off') : s('autoscaler.summary', common)}
      isChanged={whole.back !== null}
    >
      <SwitchField
        label={label}
        isOn={isOn.value}
        explanation={{
          label: s('field.explain', { label }),
          text: [s('autoscaler.on.why'), s('field.default.none')].map((line) => (
            <p key={line}>{line}</p>
          )),
        }}
        reset={
          whole.back && {
            label: t('controls.reset', {
              value: s(whole.back.value === null ? 'field.off' : 'field.on'),
            }),
            run: whole.back.run,
          }
        }
        onChange={isOn.change}
      />
      {isOn.value === true &&
        names.map((name) => (
          <UnitNumberField
            key={name}
            targets={targets}
            setting={autoscalerSettings[name]}
            get={(unit) => (unit.autoscaler ?? initialAutoscaler(unit))[name]}
            put={(unit, value) =>
              withAutoscaler(unit, {
                ...(unit.autoscaler ?? initialAutoscaler(unit)),
                [name]: value,
              })
            }
          />
        ))}
    </Group>
  );
}
