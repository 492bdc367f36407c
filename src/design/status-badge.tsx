import { Icon, type IconName } from './icon';
import './status-badge.css';

export type StatusTone = 'fine' | 'degraded' | 'failed' | 'neutral';

export interface StatusBadgeProps {
  tone: StatusTone;
  icon: IconName;
  word: string;
  /** Without a frame, for tight places. */
  isBare?: boolean;
}

/** A state, always as icon, word and colour. */
export function StatusBadge({ tone, icon, word, isBare = false }: StatusBadgeProps) {
  return (
    <span className={`status-badge status-${tone} ${isBare ? 'status-bare' : ''}`}>
      <Icon name={icon} size={12} strokeWidth={2} />
      {word}
    </span>
  );
}
