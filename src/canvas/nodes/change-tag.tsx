import type { ReactNode } from 'react';
import type { Unit } from '../../architecture/document';
import { Icon, type IconName } from '../../design/icon';
import { useCanvas } from '../canvas-context';
import type { ReplicaSummary } from '../use-unit-state';

export interface ChangeTagProps {
  unit: Unit;
  replicas: ReplicaSummary;
  /** Shown while nothing is being made of them. */
  children?: ReactNode;
}

/** What is being made of the replicas: a release on its way through them, or the autoscaler at work. */
export function ChangeTag({ unit, replicas, children = null }: ChangeTagProps) {
  const { t, format } = useCanvas().text;
  const { stale, isGoingBack, fresh, wanted, ready } = replicas;
  if (stale > 0) {
    const count = { done: format.number(fresh), total: format.number(wanted) };
    return isGoingBack ? (
      <Tag icon="reset" words={t('canvas.release.back', count)} />
    ) : (
      <Tag icon="restart" words={t('canvas.release', count)} />
    );
  }
  if (unit.autoscaler === undefined || wanted === ready) return children;
  const words = t('canvas.autoscaler', {
    ready: format.number(ready),
    wanted: format.number(wanted),
  });
  return <Tag icon="chart" words={words} />;
}

function Tag({ icon, words }: { icon: IconName; words: string }) {
  return (
    <span className="figure change-tag">
      <Icon name={icon} size={8} strokeWidth={2.2} />
      {words}
    </span>
  );
}
