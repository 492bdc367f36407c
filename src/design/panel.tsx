import type { HTMLAttributes, Ref } from 'react';
import './panel.css';

export interface PanelProps extends HTMLAttributes<HTMLElement> {
  /** Names the region for screen readers. */
  label: string;
  ref?: Ref<HTMLElement>;
}

/** A sheet of the page's grid. */
export function Panel({ label, className, ...rest }: PanelProps) {
  return <section aria-label={label} className={`panel ${className ?? ''}`} {...rest} />;
}
