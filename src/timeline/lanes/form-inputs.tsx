/** What a block's form is made of. */
import { type ReactNode, useId } from 'react';

export interface ChoiceProps {
  label: string;
  value: string;
  onChange(value: string): void;
  children: ReactNode;
}

export function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label className="block-field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {children}
      </select>
    </label>
  );
}

export interface TextFieldProps {
  label: string;
  unit?: string;
  value: string;
  onChange(value: string): void;
}

/** A number as it is typed: whether it is one is said when the form is sent. */
export function TextField({ label, unit, value, onChange }: TextFieldProps) {
  const unitId = useId();
  return (
    <label className="block-field">
      <span>{label}</span>
      <span className="block-number">
        <input
          inputMode="decimal"
          value={value}
          aria-describedby={unit === undefined ? undefined : unitId}
          onChange={({ target }) => onChange(target.value)}
        />
        {unit !== undefined && (
          <span id={unitId} className="muted">
            {unit}
          </span>
        )}
      </span>
    </label>
  );
}
