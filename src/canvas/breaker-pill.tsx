import { Icon } from '../design/icon';
import { useCanvas } from './canvas-context';
import type { CallBundle } from './canvas-graph';
import type { Point } from './layout/box';

export interface BreakerPillProps {
  bundle: CallBundle;
  middle: Point;
  /** Open, or else half open. */
  isOpen: boolean;
  isCompact: boolean;
  onSelect: ((bundle: CallBundle) => void) | null;
}

/** A broken circuit, on its line: a click on it is one on the line. Loaded with the first one. */
export function BreakerPill({ bundle, middle, isOpen, isCompact, onSelect }: BreakerPillProps) {
  const { t } = useCanvas().text;
  const classes = ['breaker-pill', isOpen ? 'is-open' : 'is-half-open'];
  if (onSelect !== null) classes.push('is-pickable');
  const state = isOpen ? 'open' : 'halfOpen';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the inspector lists the same calls for the keyboard.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same.
    <span
      data-call={bundle.id}
      className={classes.join(' ')}
      onClick={() => onSelect?.(bundle)}
      style={{ transform: `translate(${middle.x}px, ${middle.y}px) translate(-50%, -50%)` }}
    >
      <Icon name="bolt" size={10} />
      <span className="tag-word">
        {t(isCompact ? `canvas.circuit.${state}.short` : `canvas.circuit.${state}`)}
      </span>
    </span>
  );
}
