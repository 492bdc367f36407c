import { useId, useState } from 'react';
import { FieldRow, type FieldRowProps } from './field-row';
import './text-field.css';

export interface TextFieldProps extends FieldRowProps {
  /** `null` where it stands for several that differ. */
  value: string | null;
  mixedText?: string | undefined;
  /** The most characters. */
  lengthMax?: number;
  onChange(value: string): void;
}

/** A short text. It counts with Enter or when the field is left; Escape drops it. */
export function TextField({ value, mixedText, lengthMax = 40, onChange, ...row }: TextFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const take = () => {
    if (draft !== null && draft !== value) onChange(draft);
    setDraft(null);
  };
  return (
    <FieldRow
      {...row}
      controlId={id}
      control={
        <input
          id={id}
          type="text"
          className="text-field"
          autoComplete="off"
          spellCheck={false}
          maxLength={lengthMax}
          placeholder={mixedText}
          value={draft ?? value ?? ''}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key !== 'Escape' || draft === null) return;
            setDraft(null);
            event.stopPropagation();
          }}
        />
      }
    />
  );
}
