import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { type RangeScale, stopCount, stopOf, valueAt } from './range-scale';
import './slider.css';

export interface SliderProps {
  label: string;
  scale: RangeScale;
  /** `null` where it stands for several that differ. */
  value: number | null;
  /** A value in words, for those who hear it. */
  say(value: number): string;
  mixedText?: string | undefined;
  isDisabled?: boolean | undefined;
  isLive: boolean;
  /** While it is dragged and not live. */
  onDrag?(value: number): void;
  onChange(value: number): void;
}

/** The native slider, on a scale of its own. */
export function Slider(props: SliderProps) {
  const {
    label,
    scale,
    value,
    say,
    mixedText,
    isDisabled = false,
    isLive,
    onDrag,
    onChange,
  } = props;
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;
  const share = shown === null ? 0 : stopOf(scale, shown) / stopCount(scale);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = input.current;
    // React's own `onChange` comes with every move; the platform's comes when it is let go.
    const letGo = () => {
      setDragged(null);
      if (element !== null && !isLive) onChange(valueAt(scale, element.valueAsNumber));
    };
    element?.addEventListener('change', letGo);
    return () => element?.removeEventListener('change', letGo);
  }, [isLive, scale, onChange]);
  return (
    <input
      ref={input}
      type="range"
      className="slider"
      aria-label={label}
      aria-valuetext={shown === null ? mixedText : say(shown)}
      data-mixed={shown === null}
      disabled={isDisabled}
      min={0}
      max={stopCount(scale)}
      step={1}
      value={shown === null ? 0 : stopOf(scale, shown)}
      style={{ '--fill': `${share * 100}%` } as CSSProperties}
      onChange={(event) => {
        const at = valueAt(scale, event.target.valueAsNumber);
        if (isLive) onChange(at);
        else {
          setDragged(at);
          onDrag?.(at);
        }
      }}
    />
  );
}
