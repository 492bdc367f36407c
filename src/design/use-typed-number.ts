import { type KeyboardEvent, useState } from 'react';
import { type NumberWriting, plainWriting } from './number-writing';
import { type RangeScale, valueBeside } from './range-scale';

export interface TypedNumber {
  scale: RangeScale;
  /** `null` where it stands for several that differ. */
  value: number | null;
  writing?: NumberWriting | undefined;
  /** Why a number cannot be taken, `null` where it can; `typed` is `null` for what is not a number. */
  refuse(typed: number | null): string | null;
  onChange(value: number): void;
}

/** Arrow keys go one step, page keys ten. */
const keySteps: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/**
 * What is typed counts with Enter or when the field is left. What cannot be
 * taken stays in the field with the reason, until it is corrected or Escape
 * drops it.
 */
export function useTypedNumber({
  scale,
  value,
  writing = plainWriting,
  refuse,
  onChange,
}: TypedNumber) {
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const settle = (text: string | null, why: string | null) => {
    setDraft(text);
    setRefusal(why);
  };
  const offer = (number: number | null, text: string) => {
    const why = refuse(number);
    settle(why === null ? null : text, why);
    if (why === null && number !== null && number !== value) onChange(number);
  };
  const take = () => {
    if (draft !== null) offer(writing.read(draft), draft);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = keySteps[event.key];
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape' && draft !== null) {
      settle(null, null);
      // The page's own Escape would let go of what is selected.
      event.stopPropagation();
    } else if (steps !== undefined) {
      const from = draft === null ? value : writing.read(draft);
      const next = besideBy(scale, from ?? scale.min, steps);
      offer(next, writing.write(next));
      event.preventDefault();
    }
  };
  return {
    text: draft ?? (value === null ? '' : writing.write(value)),
    refusal,
    onType: (text: string) => settle(text, null),
    onKeyDown,
    take,
    /** Forgets what was typed and refused, and then does something else. */
    drop: (andThen: () => void) => {
      settle(null, null);
      andThen();
    },
  };
}

/** So many steps on, as far as the arrow keys may go. */
function besideBy(scale: RangeScale, value: number, steps: number): number {
  let at = value;
  for (let taken = 0; taken < Math.abs(steps); taken += 1) {
    at = valueBeside(scale, at, steps > 0 ? 1 : -1);
  }
  return Math.max(Math.min(scale.min, value), at);
}
