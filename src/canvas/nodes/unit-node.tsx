import { memo } from 'react';
import type { Unit } from '../../architecture/document';
import { type Emphasis, useCanvas } from '../canvas-context';
import { StatusTag, toneOf } from '../status-tag';
import { QueueFigure } from '../unit-figures';
import { type ReplicaSummary, useReplicas, useUnitFaults, useUnitStatus } from '../use-unit-state';
import type { NodeViewProps, UnitNode } from './flow-nodes';
import { UnitFace } from './unit-face';

/** A tag stands so far from a line on which requests come in. */
const besideLinePx = 9;

/** A process: its replicas as cards one behind the other, its state on the edge, its queue at the door. */
export const UnitNodeView = memo(function UnitNodeView({
  data,
  selected,
}: NodeViewProps<UnitNode>) {
  const { unit, unitIndex, shape } = data.unit;
  const status = useUnitStatus(unit, unitIndex);
  const faults = useUnitFaults(unit);
  const replicas = useReplicas(unit, unitIndex);
  const { emphasis } = useCanvas();
  const classes = ['unit', `unit-${shape}`, `tone-${toneOf(status)}`, `status-is-${status}`];
  if (selected) classes.push('is-selected');
  if (isTold(unit, emphasis)) classes.push('is-told');
  return (
    <div className={classes.join(' ')}>
      <Ghosts shape={shape} replicas={replicas} />
      <UnitFace node={data} status={status} replicas={replicas} />
      <span
        className={`status-place status-place-${shape}`}
        style={shape === 'card' ? { left: data.lastEntryX + besideLinePx } : undefined}
      >
        <StatusTag status={status} faults={faults} />
      </span>
      {shape !== 'external' && (
        <span className="queue" style={{ left: data.doorX + 8 }}>
          <QueueFigure unitIndex={unitIndex} capacity={data.queueCapacity} />
        </span>
      )}
    </div>
  );
});

/** Whether it is spoken of, itself or as the process of its only module. */
function isTold({ id, modules }: Unit, emphasis: Emphasis | null): boolean {
  if (emphasis?.kind === 'unit') return emphasis.id === id;
  return emphasis !== null && modules.length === 1 && modules[0] === emphasis.id;
}

/** At most this many replicas show behind the first one. */
const ghostsMax = 2;

interface GhostsProps {
  shape: UnitNode['data']['unit']['shape'];
  replicas: ReplicaSummary;
}

/** The other replicas, as outlines behind; those that do not answer are dashed. */
function Ghosts({ shape, replicas }: GhostsProps) {
  if (shape === 'external' || shape === 'can' || shape === 'pipe') return null;
  const count = Math.min(ghostsMax, replicas.total - 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const place = count - index;
    const isAnswering = place < replicas.ready;
    return (
      <span
        key={place}
        className={`unit-ghost ${isAnswering ? '' : 'is-silent'}`}
        style={{ transform: `translate(${place * 4}px, ${place * -4}px)` }}
      />
    );
  });
}
