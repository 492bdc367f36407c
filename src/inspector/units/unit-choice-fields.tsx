import type { Unit } from '../../architecture/document';
import { balancers } from '../../architecture/unit';
import { SelectField } from '../../design/select-field';
import { SwitchField } from '../../design/switch-field';
import { TextField } from '../../design/text-field';
import type { UnitTarget } from '../edits/unit-edits';
import { useSettingsText } from '../fields/use-settings-text';
import { useUnitValue } from './use-unit-value';

export interface UnitFieldProps {
  targets: readonly UnitTarget[];
}

export function BalancerField({ targets }: UnitFieldProps) {
  const { s, t } = useSettingsText();
  const label = s('unit.balancer');
  const { value, back, change } = useUnitValue(
    targets,
    'unit.balancer',
    ({ balancer }) => balancer,
    (unit, balancer) => ({ ...unit, balancer }),
  );
  return (
    <SelectField
      label={label}
      choices={balancers.map((one) => ({ value: one, label: s(`balancer.${one}`) }))}
      value={value}
      mixedText={s('field.mixed')}
      explanation={{
        label: s('field.explain', { label }),
        text: [
          s('unit.balancer.why'),
          s('field.default', { value: s('balancer.round-robin') }),
        ].map((line) => <p key={line}>{line}</p>),
      }}
      reset={
        back && {
          label: t('controls.reset', {
            value: back.value === null ? s('field.mixed') : s(`balancer.${back.value}`),
          }),
          run: back.run,
        }
      }
      onChange={change}
    />
  );
}

export function EventLoopField({ targets }: UnitFieldProps) {
  const { s, t } = useSettingsText();
  const label = s('unit.eventLoop');
  const { value, back, change } = useUnitValue(
    targets,
    'unit.eventLoop',
    ({ eventLoop }) => eventLoop,
    (unit, eventLoop) => ({ ...unit, eventLoop }),
  );
  return (
    <SwitchField
      label={label}
      isOn={value}
      summary={value === null ? s('field.mixed') : undefined}
      explanation={{
        label: s('field.explain', { label }),
        text: [s('unit.eventLoop.why'), s('field.default', { value: s('field.off') })].map(
          (line) => <p key={line}>{line}</p>,
        ),
      }}
      reset={
        back && {
          label: t('controls.reset', {
            value: s(back.value === null ? 'field.mixed' : back.value ? 'field.on' : 'field.off'),
          }),
          run: back.run,
        }
      }
      onChange={change}
    />
  );
}

type RuntimeName = keyof Unit['runtime'];

/** What it is written in, or runs on: words for the reader. */
export function RuntimeField({ targets, name }: UnitFieldProps & { name: RuntimeName }) {
  const { s, t } = useSettingsText();
  const label = s(`unit.runtime.${name}`);
  const { value, back, change } = useUnitValue(
    targets,
    `unit.runtime.${name}`,
    ({ runtime }) => runtime[name],
    (unit, words) => ({ ...unit, runtime: { ...unit.runtime, [name]: words } }),
  );
  return (
    <TextField
      label={label}
      value={value}
      mixedText={value === null ? s('field.mixed') : undefined}
      explanation={{
        label: s('field.explain', { label }),
        text: <p>{s(`unit.runtime.${name}.why`)}</p>,
      }}
      reset={
        back && {
          label: t('controls.reset', { value: back.value || s('field.mixed') }),
          run: back.run,
        }
      }
      onChange={change}
    />
  );
}
