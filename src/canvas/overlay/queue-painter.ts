/** Paints the accept queue of a unit: its first requests as dots in a line at the door. */
import { type DeploymentFrame, inVainBit, ReplicaField } from '../../simulation/frame';
import type { CanvasColors } from './canvas-colors';
import type { Ink } from './ink';
import { type ReplicaRows, replicaValue } from './replica-rows';
import type { SceneUnit } from './scene';

export const queueDotRadiusPx = 3;
const pitchPx = 8;
const lineCount = 2;
const columnsMax = 20;
/** The lowest line of waiting requests stands this far above the hull. */
const standoffPx = 7;

/** How many waiting requests are shown one by one. */
export function queueCapacityOf(unit: SceneUnit): number {
  return lineCount * columnsOf(unit);
}

function columnsOf({ box, door }: SceneUnit): number {
  return Math.max(3, Math.min(columnsMax, Math.floor((door.x - box.x) / pitchPx)));
}

/**
 * Goes through the dots that are shown, each with the row of its replica and
 * its place in that replica's queue. The head of the queue stands at the door,
 * the tail to the left and above.
 */
export function walkQueue(
  unit: SceneUnit,
  frame: DeploymentFrame,
  rows: ReplicaRows,
  visit: (row: number, place: number, journey: number, x: number, y: number) => void,
): void {
  const first = rows.firstRow[unit.unitIndex];
  const end = rows.firstRow[unit.unitIndex + 1];
  const columns = columnsOf(unit);
  const capacity = columns * lineCount;
  let shown = 0;
  // Each replica has a queue of its own: their heads stand in front together.
  for (let place = 0; shown < capacity; place += 1) {
    let isAnyoneLeft = false;
    for (let row = first; row < end && shown < capacity; row += 1) {
      if (place >= replicaValue(frame, row, ReplicaField.queueHeadCount)) continue;
      isAnyoneLeft = true;
      const journey = frame.queues[rows.queueStart[row] + place] & ~inVainBit;
      const x = unit.door.x - 8 - (shown % columns) * pitchPx;
      const y = unit.door.y - standoffPx - Math.floor(shown / columns) * pitchPx;
      visit(row, place, journey, x, y);
      shown += 1;
    }
    if (!isAnyoneLeft) return;
  }
}

/** Adds the dots to `ink`. */
export function inkQueue(
  ink: Ink,
  unit: SceneUnit,
  frame: DeploymentFrame,
  rows: ReplicaRows,
  colors: CanvasColors,
): void {
  walkQueue(unit, frame, rows, (_row, _place, journey, x, y) => {
    const path = ink.of(colors.journeys[journey] ?? colors.muted);
    path.moveTo(x + queueDotRadiusPx, y);
    path.arc(x, y, queueDotRadiusPx, 0, 2 * Math.PI);
  });
}
