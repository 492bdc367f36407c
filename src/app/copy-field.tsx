import { useId } from 'react';
import './copy-field.css';

export interface CopyFieldProps {
  label: string;
  text: string;
  rowCount: number;
}

/** Text to take away by hand: a click selects all of it. */
export function CopyField({ label, text, rowCount }: CopyFieldProps) {
  const id = useId();
  return (
    <div className="copy-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="mono"
        readOnly
        rows={rowCount}
        value={text}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
    </div>
  );
}
