/** Finds a unit's replicas, slots and waiting requests in the columns of a frame. */
import { type DeploymentFrame, ReplicaField, replicaFieldCount } from '../../simulation/frame';

export interface ReplicaRows {
  /** By unit index: its first row, and in the last place the number of rows. */
  firstRow: readonly number[];
  /** By row: where its slots and its waiting requests begin. */
  slotStart: readonly number[];
  queueStart: readonly number[];
}

const known = new WeakMap<DeploymentFrame, ReplicaRows>();

export function replicaRowsOf(frame: DeploymentFrame, unitCount: number): ReplicaRows {
  const before = known.get(frame);
  if (before !== undefined) return before;
  const rowCount = frame.replicas.length / replicaFieldCount;
  const firstRow: number[] = [];
  const slotStart: number[] = [];
  const queueStart: number[] = [];
  let slots = 0;
  let waiting = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const unitIndex = replicaValue(frame, row, ReplicaField.unitIndex);
    while (firstRow.length <= unitIndex) firstRow.push(row);
    slotStart.push(slots);
    queueStart.push(waiting);
    slots += replicaValue(frame, row, ReplicaField.slotCount);
    waiting += replicaValue(frame, row, ReplicaField.queueHeadCount);
  }
  while (firstRow.length <= unitCount) firstRow.push(rowCount);
  const rows = { firstRow, slotStart, queueStart };
  known.set(frame, rows);
  return rows;
}

export function replicaValue(frame: DeploymentFrame, row: number, field: number): number {
  return frame.replicas[row * replicaFieldCount + field];
}
