import { type ReactNode, useState } from 'react';
import { Icon } from './icon';
import './disclosure.css';

export interface DisclosureProps {
  title: string;
  /** What it holds, in a few words, beside the title. */
  summary?: ReactNode;
  /** Something in it differs from the original: the mark's accessible text. */
  changedText?: string | undefined;
  isOpenAtFirst?: boolean | undefined;
  onToggle?: ((isOpen: boolean) => void) | undefined;
  children: ReactNode;
}

/** A group that opens and closes. What is in it is made when it is first opened. */
export function Disclosure({
  title,
  summary,
  changedText,
  isOpenAtFirst = false,
  onToggle,
  children,
}: DisclosureProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details
      className="disclosure"
      open={isOpen}
      onToggle={(event) => {
        const { open } = event.currentTarget;
        if (open === isOpen) return;
        setOpen(open);
        onToggle?.(open);
      }}
    >
      <summary>
        <h3 className="eyebrow">{title}</h3>
        {changedText !== undefined && (
          <span
            className="disclosure-changed"
            role="img"
            aria-label={changedText}
            title={changedText}
          />
        )}
        {summary !== undefined && <span className="disclosure-summary">{summary}</span>}
        <Icon name="chevron" size={14} />
      </summary>
      {isOpen && <div className="disclosure-body">{children}</div>}
    </details>
  );
}
