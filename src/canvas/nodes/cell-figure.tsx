import { useCallback } from 'react';
import { ReplicaField } from '../../simulation/frame';
import { useCanvas } from '../canvas-context';
import { type FrameReader, LiveText } from '../live-text';
import { measureOf } from '../measures';
import { replicaRowsOf, replicaValue } from '../overlay/replica-rows';
import { slotGridOf } from '../overlay/slot-grid';
import type { UnitNodeData } from './flow-nodes';

/** How many slots one cell stands for, where it is more than one. */
export function CellFigure({ node }: { node: UnitNodeData }) {
  const { text, cut } = useCanvas();
  const { t } = text;
  const { unit } = node;
  const unitCount = cut.units.length;
  const read = useCallback<FrameReader<string>>(
    (own) => {
      const area = measureOf(unit).slots;
      if (own === null || area === null) return '';
      const rows = replicaRowsOf(own, unitCount);
      const counts: number[] = [];
      const end = rows.firstRow[unit.unitIndex + 1];
      for (let row = rows.firstRow[unit.unitIndex]; row < end; row += 1) {
        counts.push(replicaValue(own, row, ReplicaField.slotCount));
      }
      const count = slotGridOf(counts, area)?.slotsPerCell ?? 1;
      return count > 1 ? t('canvas.cell', { count }) : '';
    },
    [t, unit, unitCount],
  );
  return <LiveText className="figure figure-cell" read={read} />;
}
