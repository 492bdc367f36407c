/** The figures of a unit as words that follow the run. */
import { useCallback, useRef } from 'react';
import type { Unit } from '../architecture/document';
import { UnitField } from '../simulation/frame';
import { useCanvas } from './canvas-context';
import type { UnitShape } from './canvas-graph';
import { type FrameReader, LiveText, useLive } from './live-text';
import { isSlotsFull, replicaCountsOf, startupLeftMs, unitValue } from './unit-reading';

export interface UnitFigureProps {
  unitIndex: number;
  className?: string;
}

export function CpuFigure({ unitIndex, className = 'figure' }: UnitFigureProps) {
  const { t, format } = useCanvas().text;
  const read = useCallback<FrameReader<string>>(
    (own) => {
      if (own === null) return '';
      const share = unitValue(own, unitIndex, UnitField.coreUtilization);
      return t('canvas.cpu', { share: format.percent(Math.round(share * 100) / 100) });
    },
    [t, format, unitIndex],
  );
  return <LiveText className={className} read={read} />;
}

export function ResponseFigure({ unitIndex, className = 'figure' }: UnitFigureProps) {
  const { t, format } = useCanvas().text;
  const read = useCallback<FrameReader<string>>(
    (own) => {
      if (own === null) return '';
      const time = unitValue(own, unitIndex, UnitField.responseMsP99);
      return t('canvas.p99', { time: format.duration(time) });
    },
    [t, format, unitIndex],
  );
  return <LiveText className={className} read={read} />;
}

/** What share of the recent visits failed. */
export function FailureFigure({ unitIndex }: UnitFigureProps) {
  const { t, format } = useCanvas().text;
  const read = useCallback<FrameReader<string>>(
    (own) => {
      if (own === null) return '';
      const share = unitValue(own, unitIndex, UnitField.failureRate);
      return t('canvas.failures', { share: format.percent(share) });
    },
    [t, format, unitIndex],
  );
  return <LiveText className="figure figure-failures" read={read} />;
}

const slotWords = {
  card: 'canvas.threads',
  hull: 'canvas.threads',
  can: 'canvas.connections',
  pipe: 'canvas.messages',
  external: 'canvas.threads',
} as const satisfies Record<UnitShape, string>;

export interface SlotFigureProps extends UnitFigureProps {
  shape: UnitShape;
}

export function SlotFigure({ unitIndex, shape, className = 'figure' }: SlotFigureProps) {
  const { t, format } = useCanvas().text;
  const read = useCallback<FrameReader<string>>(
    (own) => {
      const total = own === null ? 0 : unitValue(own, unitIndex, UnitField.slotsTotal);
      if (own === null || total === 0) return '';
      const busy = unitValue(own, unitIndex, UnitField.slotsBusy);
      return t(slotWords[shape], { busy: format.number(busy), total: format.number(total) });
    },
    [t, format, unitIndex, shape],
  );
  return <LiveText className={className} read={read} />;
}

/** What presses a small card most: its cores, or its slots once they are all taken. */
export function PressureFigure({ unitIndex }: UnitFigureProps) {
  const { t, format } = useCanvas().text;
  const read = useCallback<FrameReader<string>>(
    (own) => {
      if (own === null) return '';
      if (isSlotsFull(own, unitIndex)) {
        const total = format.number(unitValue(own, unitIndex, UnitField.slotsTotal));
        return t('canvas.threads', { busy: total, total });
      }
      const share = unitValue(own, unitIndex, UnitField.coreUtilization);
      return t('canvas.cpu', { share: format.percent(Math.round(share * 100) / 100) });
    },
    [t, format, unitIndex],
  );
  return <LiveText className="figure" read={read} />;
}

export interface QueueFigureProps {
  unitIndex: number;
  /** As many waiting requests are painted one by one. */
  capacity: number;
}

/** How many wait beyond those that are seen at the door. */
export function QueueFigure({ unitIndex, capacity }: QueueFigureProps) {
  const { t, format } = useCanvas().text;
  const read = useCallback<FrameReader<string>>(
    (own) => {
      const waiting = own === null ? 0 : unitValue(own, unitIndex, UnitField.slotQueueLength);
      const beyond = waiting - capacity;
      return beyond > 0 ? t('canvas.queue', { count: format.number(beyond) }) : '';
    },
    [t, format, unitIndex, capacity],
  );
  return <LiveText className="queue-figure" read={read} />;
}

/** A bar that fills while a replica starts, with the time that is left. */
export function StartupBar({ unit, unitIndex }: { unit: Unit; unitIndex: number }) {
  const { text, cut } = useCanvas();
  const { t, format } = text;
  const bar = useRef<HTMLSpanElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const unitCount = cut.units.length;
  const write = useCallback<FrameReader<void>>(
    (own) => {
      if (own === null || bar.current === null || words.current === null) return;
      const counts = replicaCountsOf(own, unitIndex, unitCount);
      const leftMs = startupLeftMs(counts, unit);
      bar.current.style.transform = `scaleX(${counts.progressMax})`;
      const seconds = `${format.number(Math.ceil((leftMs ?? 0) / 1000))}\u00a0s`;
      words.current.textContent = leftMs === null ? '' : t('canvas.startup', { time: seconds });
    },
    [t, format, unit, unitIndex, unitCount],
  );
  useLive(write);
  return (
    <span className="startup">
      <span ref={words} className="figure" />
      <span className="startup-track">
        <span ref={bar} className="startup-bar" />
      </span>
    </span>
  );
}
