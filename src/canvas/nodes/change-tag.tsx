import { Icon, type IconName } from '../../design/icon';
import { useCanvas } from '../canvas-context';
import type { ReplicaSummary } from '../use-unit-state';

/** What is being made of the replicas: a release on its way through them, or the autoscaler at work. Loaded with the first one. */
export function ChangeTag({ replicas }: { replicas: ReplicaSummary }) {
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
