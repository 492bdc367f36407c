import type { ReactNode } from 'react';
import { IconButton } from './button';
import { Explanation } from './explanation';
import { Icon } from './icon';
import './field-row.css';

/** What every field of a form of settings has. */
export interface FieldRowProps {
  label: string;
  /** A few words on what it is, behind a question mark that is named by `label`. */
  explanation?: { label: string; text: ReactNode } | undefined;
  /** The way back to the original value (`Back to 20`); given while the value is another one. */
  reset?: { label: string; run(): void } | null | undefined;
  /** A sentence under it all. */
  hint?: string | undefined;
}

export interface FieldRowLayoutProps extends FieldRowProps {
  /** The control that the label names. */
  controlId: string;
  control: ReactNode;
  /** Under the line: a slider. */
  below?: ReactNode;
  /** Why what was entered cannot be; its id is `problemIdOf(controlId)`. */
  problem?: string | null | undefined;
}

/** A label, its control at the right, the way back to the original value, and what is wrong. */
export function FieldRow({
  label,
  explanation,
  reset = null,
  hint,
  controlId,
  control,
  below,
  problem = null,
}: FieldRowLayoutProps) {
  return (
    <div className="field-row" data-changed={reset !== null}>
      <div className="field-row-head">
        <span className="field-row-label">
          <label htmlFor={controlId}>{label}</label>
          {explanation !== undefined && (
            <Explanation label={explanation.label}>{explanation.text}</Explanation>
          )}
        </span>
        {reset !== null && (
          <IconButton
            className="field-row-reset"
            label={reset.label}
            icon={<Icon name="reset" size={14} />}
            onClick={reset.run}
          />
        )}
        {control}
      </div>
      {below}
      {problem !== null && (
        <p id={problemIdOf(controlId)} role="alert" className="field-row-problem">
          {problem}
        </p>
      )}
      {hint !== undefined && <p className="field-row-hint">{hint}</p>}
    </div>
  );
}

/** The id of what is wrong with a control, for its description. */
export function problemIdOf(controlId: string): string {
  return `${controlId}-problem`;
}
