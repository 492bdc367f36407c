import type { IconName } from '../design/icon';
import type { StatusTone } from '../design/status-badge';
import type { UnitStatus } from '../workspace/unit-status';

export const statusLooks: Readonly<Record<UnitStatus, { tone: StatusTone; icon: IconName }>> = {
  fine: { tone: 'fine', icon: 'check' },
  starting: { tone: 'neutral', icon: 'restart' },
  busy: { tone: 'degraded', icon: 'full' },
  slow: { tone: 'degraded', icon: 'clock' },
  errors: { tone: 'degraded', icon: 'alert' },
  saturated: { tone: 'failed', icon: 'full' },
  down: { tone: 'failed', icon: 'down' },
};
