import { type ReactNode, useId } from 'react';
import './segmented-control.css';

export interface Segment<Value extends string> {
  value: Value;
  label: ReactNode;
  /** Said by screen readers and shown as a tooltip, where the label is short or a sign. */
  title?: string;
}

export interface SegmentedControlProps<Value extends string> {
  /** Names the group for screen readers. */
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange(value: Value): void;
  /** `text` shows words only, the chosen one in bold: for very small choices. */
  variant?: 'framed' | 'text';
  className?: string;
}

/** One of a few: native radio buttons, so that the arrow keys move and Tab goes past. */
export function SegmentedControl<Value extends string>({
  label,
  segments,
  value,
  onChange,
  variant = 'framed',
  className,
}: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={`segmented segmented-${variant} ${className ?? ''}`}
    >
      {segments.map((segment) => (
        <label key={segment.value} className="segment" title={segment.title}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            aria-label={segment.title}
            onChange={() => onChange(segment.value)}
          />
          <span>{segment.label}</span>
        </label>
      ))}
    </div>
  );
}
