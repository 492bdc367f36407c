import { Icon } from '../design/icon';
import type { StatusTone } from '../design/status-badge';
import { statusLooks } from '../design/status-looks';
import type { Fault } from '../simulation/command';
import type { UnitStatus } from '../workspace/unit-status';
import { useCanvas } from './canvas-context';
import { slowFactorOf } from './unit-reading';

export function toneOf(status: UnitStatus): StatusTone {
  return statusLooks[status].tone;
}

export interface StatusTagProps {
  status: UnitStatus;
  faults: readonly Fault[];
}

/** The state of a node on its upper edge: icon, word and colour. What is fine says nothing. */
export function StatusTag({ status, faults }: StatusTagProps) {
  const { text } = useCanvas();
  if (status === 'fine') return null;
  const { tone, icon } = statusLooks[status];
  const factor = status === 'slow' ? slowFactorOf(faults) : null;
  return (
    <span className={`status-tag tag-${tone}`}>
      <Icon name={icon} size={10} strokeWidth={2.2} />
      <span className="tag-word">
        {text.t(`controls.status.${status}`)}
        {factor === null ? '' : ` ${text.format.factor(factor)}`}
      </span>
    </span>
  );
}
