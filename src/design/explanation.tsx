import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef } from 'react';
import { Icon } from './icon';
import './explanation.css';

export interface ExplanationProps {
  /** What the button does: `What is "Timeout"?`. */
  label: string;
  children: ReactNode;
}

/** A question mark that opens a few words beside it. The platform closes them again. */
export function Explanation({ label, children }: ExplanationProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const place = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState === 'open' && button.current !== null)
      putBeside(event.currentTarget, button.current);
  };
  const keepEscape = (event: KeyboardEvent) => {
    // It closes what is open here, and nothing else of the page.
    if (event.key === 'Escape' && popover.current?.matches(':popover-open'))
      event.stopPropagation();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="explanation-button"
        aria-label={label}
        popoverTarget={id}
        onKeyDown={keepEscape}
      >
        <Icon name="question" size={14} />
      </button>
      <div ref={popover} id={id} popover="auto" className="explanation" onBeforeToggle={place}>
        {children}
      </div>
    </>
  );
}

const widthPx = 264;
const gapPx = 6;

/** Under the button, or over it in the lower half of the window; never beyond a side. */
function putBeside(popover: HTMLElement, button: HTMLElement): void {
  const { left, top, bottom } = button.getBoundingClientRect();
  const room = window.innerWidth - widthPx - gapPx;
  popover.style.width = `${widthPx}px`;
  popover.style.left = `${Math.max(gapPx, Math.min(left - gapPx, room))}px`;
  const isLow = bottom > window.innerHeight / 2;
  popover.style.top = isLow ? 'auto' : `${bottom + gapPx}px`;
  popover.style.bottom = isLow ? `${window.innerHeight - top + gapPx}px` : 'auto';
}
