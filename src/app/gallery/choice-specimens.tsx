import { useState } from 'react';
import { type Balancer, balancers } from '../../architecture/unit';
import { InlineSelect } from '../../design/inline-select';
import { SegmentedControl } from '../../design/segmented-control';
import { SelectField } from '../../design/select-field';
import { TextField } from '../../design/text-field';
import { useSettingsText } from '../../inspector/fields/use-settings-text';
import { Specimen, Specimens } from './specimens';

export function ChoiceSpecimens() {
  const { s, t } = useSettingsText();
  const [value, setValue] = useState<Balancer>('round-robin');
  const [words, setWords] = useState('Kotlin');
  const choices = balancers.map((one) => ({ value: one, label: s(`balancer.${one}`) }));
  const label = s('unit.balancer');
  const field = { label, choices, onChange: (chosen: Balancer) => setValue(chosen) };
  const reset = {
    label: t('controls.reset', { value: s('balancer.random') }),
    run: () => setValue('random'),
  };
  return (
    <Specimens title="gallery.choices">
      <Specimen state="SelectField">
        <SelectField {...field} value={value} />
        <SelectField {...field} value={value} reset={reset} />
        <SelectField {...field} value={null} mixedText={s('field.mixed')} />
        <SelectField {...field} value={value} isDisabled />
        <SelectField {...field} value={value} hint={s('unit.balancer.why')} />
      </Specimen>
      <Specimen state="TextField">
        <TextField label={s('unit.runtime.language')} value={words} onChange={setWords} />
        <TextField
          label={s('unit.runtime.language')}
          value={null}
          mixedText={s('field.mixed')}
          onChange={setWords}
        />
      </Specimen>
      <Specimen state="SegmentedControl">
        <SegmentedControl
          label={label}
          segments={choices.slice(0, 2)}
          value={value}
          onChange={(chosen) => setValue(chosen)}
        />
        <SegmentedControl
          label={label}
          variant="text"
          segments={choices.slice(0, 2)}
          value={value}
          onChange={(chosen) => setValue(chosen)}
        />
      </Specimen>
      <Specimen state="InlineSelect">
        <InlineSelect
          label={label}
          text={s(`balancer.${value}`)}
          value={value}
          onChange={(chosen) => setValue(balancers.find((one) => one === chosen) ?? value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </InlineSelect>
      </Specimen>
    </Specimens>
  );
}
