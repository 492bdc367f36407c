import { useId } from 'react';
import { FieldRow, type FieldRowProps } from './field-row';
import { Icon } from './icon';
import './select-field.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectFieldProps<Value extends string> extends FieldRowProps {
  choices: readonly Choice<Value>[];
  /** `null` where it stands for several that differ: then `mixedText` shows. */
  value: Value | null;
  mixedText?: string | undefined;
  problem?: string | null | undefined;
  isDisabled?: boolean | undefined;
  onChange(value: NoInfer<Value>): void;
}

/** One of several: the native list. */
export function SelectField<Value extends string>({
  choices,
  value,
  mixedText = '',
  isDisabled = false,
  onChange,
  ...row
}: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <FieldRow
      {...row}
      controlId={id}
      control={
        <span className="select-field">
          <select
            id={id}
            value={value ?? ''}
            disabled={isDisabled}
            onChange={(event) => onChange(event.target.value as Value)}
          >
            {value === null && (
              <option value="" disabled>
                {mixedText}
              </option>
            )}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon name="chevron" size={14} />
        </span>
      }
    />
  );
}
