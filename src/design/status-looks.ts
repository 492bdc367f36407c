import type { IconName } from './icon';
import type { StatusTone } from './status-badge';

/** How each state of a unit looks, wherever it is shown. */
export const statusLooks = {
  fine: { tone: 'fine', icon: 'check' },
  starting: { tone: 'neutral', icon: 'restart' },
  busy: { tone: 'degraded', icon: 'full' },
  slow: { tone: 'degraded', icon: 'clock' },
  errors: { tone: 'degraded', icon: 'alert' },
  saturated: { tone: 'failed', icon: 'full' },
  down: { tone: 'failed', icon: 'down' },
} satisfies Record<string, { tone: StatusTone; icon: IconName }>;
