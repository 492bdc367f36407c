/** What is told of a part from close by. Loaded when somebody first comes near. */
import { useCallback } from 'react';
import type { Module } from '../../architecture/document';
import { near as english } from '../../i18n/en/near';
import { near as spanish } from '../../i18n/es/near';
import {
  type DeploymentFrame,
  ReplicaField,
  ReplicaState,
  UnitField,
} from '../../simulation/frame';
import { useCanvas } from '../canvas-context';
import { type FrameReader, LiveText } from '../live-text';
import { replicaRowsOf, replicaValue } from '../overlay/replica-rows';
import { CpuFigure } from '../unit-figures';
import { unitValue } from '../unit-reading';
import { CellFigure } from './cell-figure';
import type { UnitNodeData } from './flow-nodes';
import './near.css';

const words = { es: spanish, en: english };

/** A card: percentiles above its slots; its replicas one by one, its operations and its cores below. */
export function NearCard({ node }: { node: UnitNodeData }) {
  const { unit, unitIndex } = node.unit;
  const [module] = node.unit.modules;
  return (
    <div className="near-card">
      <span className="near-line near-top">
        <Percentiles unitIndex={unitIndex} />
      </span>
      <span className="near-line">
        <Replicas unitIndex={unitIndex} isLimited={!unit.external} />
        <CellFigure node={node} />
      </span>
      <span className="near-line">
        {module !== undefined && <Operations module={module} />}
        <CpuFigure unitIndex={unitIndex} />
      </span>
    </div>
  );
}

/** A hull: the line between its figures and its slots. */
export function NearHull({ node }: { node: UnitNodeData }) {
  return (
    <span className="near-line near-hull">
      <Percentiles unitIndex={node.unit.unitIndex} />
      <Replicas unitIndex={node.unit.unitIndex} isLimited />
    </span>
  );
}

/** What a module can be asked for. */
export function Operations({ module }: { module: Module }) {
  return (
    <span className="figure near-operations">{Object.keys(module.operations).join(' · ')}</span>
  );
}

function Percentiles({ unitIndex }: { unitIndex: number }) {
  const { format } = useCanvas().text;
  const read = useCallback<FrameReader<string>>(
    (own) => {
      if (own === null) return '';
      const time = (field: number) => format.duration(unitValue(own, unitIndex, field));
      return [
        `p50 ${time(UnitField.responseMsP50)}`,
        `p95 ${time(UnitField.responseMsP95)}`,
        `p99 ${time(UnitField.responseMsP99)}`,
      ].join(' · ');
    },
    [format, unitIndex],
  );
  return <LiveText className="figure" read={read} />;
}

/** As many replicas are told one by one. */
const replicasMax = 4;

function Replicas({ unitIndex, isLimited }: { unitIndex: number; isLimited: boolean }) {
  const { cut, text } = useCanvas();
  const { format, language } = text;
  const unitCount = cut.units.length;
  const read = useCallback<FrameReader<string>>(
    (own) => {
      if (own === null || !isLimited) return '';
      const { firstRow } = replicaRowsOf(own, unitCount);
      const count = firstRow[unitIndex + 1] - firstRow[unitIndex];
      const told = Array.from({ length: Math.min(count, replicasMax) }, (_, index) => {
        const number = format.number(index + 1);
        return `${number}: ${replicaWords(own, firstRow[unitIndex] + index, words[language], format.percent)}`;
      });
      if (count > replicasMax) told.push(`+${format.number(count - replicasMax)}`);
      return told.join('  ');
    },
    [format, language, unitIndex, unitCount, isLimited],
  );
  return <LiveText className="figure near-replicas" read={read} />;
}

/** `3/32`, `32/32 +7` with some waiting, how far a start-up has come, or what has become of it. */
function replicaWords(
  frame: DeploymentFrame,
  row: number,
  { crashed, draining }: (typeof words)['en' | 'es'],
  percent: (share: number) => string,
): string {
  const value = (field: number) => replicaValue(frame, row, field);
  const busy = value(ReplicaField.slotsBusy);
  switch (value(ReplicaField.state)) {
    case ReplicaState.crashed:
      return crashed;
    case ReplicaState.starting:
      return `↻ ${percent(Math.floor(value(ReplicaField.startupProgress) * 100) / 100)}`;
    case ReplicaState.draining:
      return `${draining} ${busy}`;
    default: {
      const waiting = value(ReplicaField.slotQueueLength);
      const held = `${busy}/${value(ReplicaField.slotCount)}`;
      return waiting > 0 ? `${held} +${waiting}` : held;
    }
  }
}
