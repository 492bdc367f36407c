import { useId } from 'react';
import { FieldRow, type FieldRowProps } from './field-row';
import { Icon } from './icon';
import './switch-field.css';

export interface SwitchFieldProps extends FieldRowProps {
  /** `null` where it stands for several that differ. */
  isOn: boolean | null;
  /** What it is set to, in a few words, beside it: `500 ms`; a button that unfolds the figures where it has any. */
  summary?: string | SummaryButton | undefined;
  problem?: string | null | undefined;
  isDisabled?: boolean | undefined;
  onChange(isOn: boolean): void;
}

export interface SummaryButton {
  text: string;
  /** Its accessible name: `Timeout: adjust`. */
  label: string;
  isOpen: boolean;
  onToggle(): void;
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
          {summary !== undefined && <Summary summary={summary} />}
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

function Summary({ summary }: { summary: string | SummaryButton }) {
  if (typeof summary === 'string') return <span className="switch-summary">{summary}</span>;
  return (
    <button
      type="button"
      className="switch-summary switch-unfold"
      aria-label={`${summary.label} (${summary.text})`}
      aria-expanded={summary.isOpen}
      onClick={summary.onToggle}
    >
      {summary.text}
      <Icon name="chevron" size={12} />
    </button>
  );
}
