import { useState } from 'react';
import { SwitchField } from '../../design/switch-field';
import { useSettingsText } from '../../inspector/fields/use-settings-text';
import { Specimen, Specimens } from './specimens';

export function SwitchSpecimens() {
  const { s, t, format } = useSettingsText();
  const [isOn, setOn] = useState(true);
  const label = s('policy.circuitBreaker');
  return (
    <Specimens title="gallery.switches">
      <Specimen state="SwitchField">
        <SwitchField
          label={label}
          isOn={isOn}
          onChange={setOn}
          summary={`${format.percent(0.5)} · ${format.duration(10_000)}`}
        />
        <SwitchField label={label} isOn={!isOn} onChange={(other) => setOn(!other)} />
        <SwitchField
          label={label}
          isOn={isOn}
          onChange={setOn}
          explanation={{
            label: s('field.explain', { label }),
            text: <p>{s('policy.circuitBreaker.why')}</p>,
          }}
          reset={{ label: t('controls.reset', { value: s('field.off') }), run: () => setOn(false) }}
        />
      </Specimen>
      <Specimen state="SwitchField with figures to unfold">
        {[false, true].map((isOpen) => (
          <SwitchField
            key={String(isOpen)}
            label={label}
            isOn={isOn}
            summary={{
              text: format.percent(0.5),
              label,
              isOpen,
              onToggle: () => undefined,
            }}
            onChange={setOn}
          />
        ))}
      </Specimen>
      <Specimen state="SwitchField mixed and disabled">
        <SwitchField label={label} isOn={null} summary={s('field.mixed')} onChange={setOn} />
        <SwitchField label={label} isOn isDisabled onChange={setOn} />
        <SwitchField label={label} isOn={false} isDisabled onChange={setOn} />
      </Specimen>
    </Specimens>
  );
}
