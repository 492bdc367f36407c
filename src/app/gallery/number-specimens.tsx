import { useState } from 'react';
import { FieldRow } from '../../design/field-row';
import { NumberField } from '../../design/number-field';
import { NumberInput } from '../../design/number-input';
import { faultSettings } from '../../inspector/fields/fault-settings';
import { loadSettings } from '../../inspector/fields/load-settings';
import { SettingField } from '../../inspector/fields/setting-field';
import { unitSettings } from '../../inspector/fields/unit-settings';
import { useSettingsText } from '../../inspector/fields/use-settings-text';
import { Specimen, Specimens } from './specimens';

export function NumberSpecimens() {
  const { s } = useSettingsText();
  const [rate, setRate] = useState(200);
  const [replicas, setReplicas] = useState(3);
  const [factor, setFactor] = useState(50);
  const { scale } = unitSettings.replicas;
  return (
    <Specimens title="gallery.numbers">
      <Specimen state="NumberField with a slider">
        <SettingField setting={unitSettings.replicas} value={replicas} onChange={setReplicas} />
        <SettingField
          setting={unitSettings.replicas}
          value={replicas}
          original={2}
          hint={s('unit.replicas.why')}
          onChange={setReplicas}
        />
        <SettingField setting={unitSettings.replicas} value={null} onChange={setReplicas} />
      </Specimen>
      <Specimen state="NumberField over decades">
        <SettingField setting={loadSettings.rate} value={rate} original={200} onChange={setRate} />
        <SettingField setting={faultSettings.slow} value={factor} isLive onChange={setFactor} />
        <SettingField setting={unitSettings.startupMs} value={0} onChange={setRate} />
        <SettingField setting={unitSettings.memoryMiB} value={4096} onChange={setRate} />
      </Specimen>
      <Specimen state="NumberField without a slider">
        {(['cores', 'usdPerReplicaHour', 'acceptQueue'] as const).map((name) => (
          <SettingField
            key={name}
            setting={{ ...unitSettings[name], hasSlider: false }}
            value={name === 'acceptQueue' ? 1_000_000_000 : 0.175}
            onChange={setRate}
          />
        ))}
        <NumberField
          label={s('unit.replicas')}
          scale={scale}
          value={2}
          isDisabled
          slider="settled"
          refuse={() => null}
          onChange={setReplicas}
        />
      </Specimen>
      <Specimen state="NumberField refused">
        <RefusedNumber />
      </Specimen>
    </Specimens>
  );
}

/** As it stands after something impossible was typed. */
function RefusedNumber() {
  const { s } = useSettingsText();
  const id = 'gallery-refused';
  const refusal = s('refused.max', { max: '1000' });
  const typed = {
    text: '9999',
    refusal,
    onType: () => undefined,
    onKeyDown: () => undefined,
    take: () => undefined,
    drop: () => undefined,
  };
  return (
    <FieldRow
      label={s('unit.replicas')}
      controlId={id}
      problem={refusal}
      control={
        <NumberInput
          id={id}
          scale={unitSettings.replicas.scale}
          value={2}
          typed={typed}
          look={{}}
        />
      }
    />
  );
}
