import { problemIdOf } from './field-row';
import type { RangeScale } from './range-scale';
import type { useTypedNumber } from './use-typed-number';
import './number-input.css';

export interface NumberInputProps {
  id: string;
  scale: RangeScale;
  value: number | null;
  typed: ReturnType<typeof useTypedNumber>;
  look: NumberLook;
}

export interface NumberLook {
  /** Stands in the field while it means several that differ. */
  mixedText?: string | undefined;
  prefix?: string | undefined;
  unit?: string | undefined;
  isDisabled?: boolean | undefined;
}

/** A number with what stands around it: `× 50`, `500 ms`. */
export function inWords(text: string, { prefix, unit }: NumberLook): string {
  return [prefix, text, unit].filter(Boolean).join(' ');
}

/** A number to type, with its unit. A text field: it takes the reader's own decimal mark. */
export function NumberInput({ id, scale, value, typed, look }: NumberInputProps) {
  const { mixedText, prefix, unit, isDisabled } = look;
  const shown = typed.text === '' ? (mixedText ?? '') : typed.text;
  return (
    <span className="number-input" data-refused={typed.refusal !== null}>
      {prefix !== undefined && <span aria-hidden="true">{prefix}</span>}
      <input
        id={id}
        type="text"
        inputMode="decimal"
        role="spinbutton"
        autoComplete="off"
        spellCheck={false}
        aria-valuemin={scale.min}
        aria-valuenow={value ?? undefined}
        aria-valuetext={shown === '' ? undefined : inWords(shown, look)}
        aria-invalid={typed.refusal !== null}
        aria-describedby={typed.refusal === null ? undefined : problemIdOf(id)}
        disabled={isDisabled}
        placeholder={mixedText}
        value={typed.text}
        style={{ width: `calc(${Math.max(2, shown.length)}ch + 16px)` }}
        onChange={(event) => typed.onType(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={typed.take}
        onKeyDown={typed.onKeyDown}
      />
      {unit !== undefined && <span aria-hidden="true">{unit}</span>}
    </span>
  );
}
