import { useCallback } from 'react';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import { type Frame, UnitField, unitFieldCount } from '../simulation/frame';
import { holdsData, type Subject } from '../workspace/subject';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { FigureList } from './figure-list';
import { deploymentFrame } from './unit-rows';

/** The figures of a process as of now, a few times a second. */
export function LiveFigures({ subject, feed }: { subject: Subject; feed: RunFeed }) {
  const { t, format, nameOf } = useText();
  const { deployment, unit, unitIndex, module } = subject;
  const document = useWorkspace((state) => state.document);
  const select = useCallback(
    (frame: Frame | null) => {
      const units = deploymentFrame(frame, deployment.id)?.units;
      const from = unitIndex * unitFieldCount;
      return units?.subarray(from, from + unitFieldCount) ?? null;
    },
    [deployment, unitIndex],
  );
  const row = useSampledFrame(feed, select);
  const value = (field: number) => row?.[field] ?? Number.NaN;
  const partOf = (part: number, whole: number) =>
    t('inspector.of', { part: format.number(value(part)), whole: format.number(value(whole)) });
  const isShared = module !== null && unit.modules.length > 1;
  const figures = [
    {
      label: t(holdsData(subject, document) ? 'inspector.slots.store' : 'inspector.slots'),
      text: partOf(UnitField.slotsBusy, UnitField.slotsTotal),
    },
    { label: t('inspector.queue'), text: format.number(value(UnitField.slotQueueLength)) },
    { label: t('inspector.cpu'), text: format.percent(value(UnitField.coreUtilization)) },
    { label: t('inspector.p99'), text: format.duration(value(UnitField.responseMsP99)) },
    { label: t('inspector.throughput'), text: format.rate(value(UnitField.throughputPerSecond)) },
    { label: t('inspector.failureRate'), text: format.percent(value(UnitField.failureRate)) },
    {
      label: t('inspector.ready'),
      text: partOf(UnitField.readyReplicas, UnitField.replicaCount),
    },
  ];
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">
        {isShared ? t('inspector.now.in', { unit: nameOf(unit.name) }) : t('inspector.now')}
      </h3>
      <FigureList figures={figures} />
    </section>
  );
}
