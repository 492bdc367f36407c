import { useId } from 'react';
import { FieldRow, type FieldRowProps } from './field-row';
import './switch-field.css';

export interface SwitchFieldProps extends FieldRowProps {
  /** `null` where it stands for several that differ. */
  isOn: boolean | null;
  /** What it is set to, in a few words, beside it: `500 ms`. */
  summary?: string | undefined;
  problem?: string | null | undefined;
  isDisabled?: boolean | undefined;
  onChange(isOn: boolean): void;
}

/** On or off: a native checkbox. */
export function SwitchField({
  isOn,
  summary,
  isDisabled = false,
  onChange,
  ...row
}: SwitchFieldProps) {
  const id = useId();
  return (
    <FieldRow
      {...row}
      controlId={id}
      control={
        <>
          {summary !== undefined && <span className="switch-summary">{summary}</span>}
          <input
            id={id}
            ref={(element) => {
              if (element !== null) element.indeterminate = isOn === null;
            }}
            type="checkbox"
            // A switch is never half on; a checkbox may be.
            role={isOn === null ? undefined : 'switch'}
            className="switch"
            checked={isOn === true}
            disabled={isDisabled}
            onChange={(event) => onChange(event.target.checked)}
          />
        </>
      }
    />
  );
}
