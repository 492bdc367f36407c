import { type CSSProperties, useId, useState } from 'react';
import { IconButton } from './button';
import { Icon } from './icon';
import { onStep, type RangeScale, stopCount, stopOf, valueAt } from './range-scale';
import './range-field.css';

export interface RangeFieldProps {
  label: string;
  scale: RangeScale;
  value: number;
  /** What the reset mark goes back to; it shows while the value differs. */
  original?: number;
  resetLabel?: string;
  /** Stands before or after the typed number. */
  prefix?: string;
  unit?: string;
  /** A sentence under the slider. */
  hint?: string;
  onChange(value: number): void;
  onReset?(): void;
}

/** A number with its slider: drag for a feeling, type for the exact value. */
export function RangeField({
  label,
  scale,
  value,
  original,
  resetLabel,
  prefix,
  unit,
  hint,
  onChange,
  onReset,
}: RangeFieldProps) {
  const id = useId();
  const isChanged = original !== undefined && original !== value;
  const share = stopOf(scale, value) / stopCount(scale);
  return (
    <div className="range-field">
      <div className="range-field-head">
        <label htmlFor={id}>{label}</label>
        {isChanged && onReset !== undefined && resetLabel !== undefined && (
          <IconButton
            className="range-field-reset"
            label={resetLabel}
            icon={<Icon name="reset" size={14} />}
            onClick={onReset}
          />
        )}
        <span className="range-field-value" data-changed={isChanged}>
          {prefix}
          <TypedNumber id={id} scale={scale} value={value} onChange={onChange} />
          {unit}
        </span>
      </div>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={`${prefix ?? ''}${value}${unit === undefined ? '' : ` ${unit}`}`}
        min={0}
        max={stopCount(scale)}
        step={1}
        value={stopOf(scale, value)}
        style={{ '--fill': `${share * 100}%` } as CSSProperties}
        onChange={(event) => onChange(valueAt(scale, event.target.valueAsNumber))}
      />
      {hint !== undefined && <p className="range-field-hint">{hint}</p>}
    </div>
  );
}

interface TypedNumberProps {
  id: string;
  scale: RangeScale;
  value: number;
  onChange(value: number): void;
}

/** Lets a number be typed digit by digit: what is not valid yet stays in the field and goes no further. */
function TypedNumber({ id, scale, value, onChange }: TypedNumberProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? String(value);
  return (
    <input
      id={id}
      type="number"
      inputMode="decimal"
      min={scale.min}
      max={scale.max}
      step={scale.step}
      value={text}
      style={{ width: `calc(${Math.max(1, text.length)}ch + 14px)` }}
      onChange={(event) => {
        setDraft(event.target.value);
        const typed = event.target.valueAsNumber;
        if (typed >= scale.min && typed <= scale.max) onChange(onStep(scale, typed));
      }}
      onBlur={(event) => {
        const typed = event.target.valueAsNumber;
        if (draft !== null && Number.isFinite(typed)) onChange(onStep(scale, typed));
        setDraft(null);
      }}
    />
  );
}
