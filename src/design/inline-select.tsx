import type { ReactNode } from 'react';
import { Icon } from './icon';
import './inline-select.css';

export interface InlineSelectProps {
  /** Names the choice for screen readers. */
  label: string;
  /** The chosen option's text, as it shows in the line. */
  text: string;
  value: string;
  onChange(value: string): void;
  /** `option` and `optgroup` elements. */
  children: ReactNode;
}

/**
 * A choice in a line of text, no wider than what is chosen: the native list
 * lies unseen over the text, so that it opens as it does everywhere.
 */
export function InlineSelect({ label, text, value, onChange, children }: InlineSelectProps) {
  return (
    <span className="inline-select">
      <span aria-hidden="true" className="inline-select-text">
        {text}
      </span>
      <Icon name="chevron" size={14} />
      <select aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
        {children}
      </select>
    </span>
  );
}
