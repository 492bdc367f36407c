import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from './button';
import { Icon } from './icon';
import './dialog.css';

export interface DialogProps {
  title: string;
  closeLabel: string;
  /** A sheet as wide as the page, for tables and charts; default false. */
  isWide?: boolean;
  onClose(): void;
  children: ReactNode;
}

/** A modal dialog, open while it is mounted. The platform keeps the focus inside and Escape closes it. */
export function Dialog({ title, closeLabel, isWide = false, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before it leaves the page: only then does the platform give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={isWide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        // The dialog's own surface is its content; what is left is the backdrop.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="dialog-sheet">
        <header className="dialog-header">
          <h2 id={titleId}>{title}</h2>
          <IconButton label={closeLabel} icon={<Icon name="close" />} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
