/** In which row of a lane each block stands, so that none covers another. */
import { endOf } from './happening';
import type { LaneBlock } from './lane-blocks';

export interface PlacedBlock {
  readonly block: LaneBlock;
  readonly fromMs: number;
  /** Where it stops in the picture: its end, the next of its kind, or the end of the picture. */
  readonly untilMs: number;
  readonly row: number;
}

/**
 * Blocks in the order in which they begin. A block takes at least `leastMs` of
 * room, to be seen and caught; one without an end stops where the next one
 * with the same subject begins.
 */
export function placedBlocks(
  blocks: readonly LaneBlock[],
  endMs: number,
  leastMs: number,
): PlacedBlock[] {
  const rowEndsMs: number[] = [];
  return blocks.map((block, index) => {
    const fromMs = block.happening.atMs;
    const next = blocks.slice(index + 1).find((other) => isOfSameKind(block, other));
    const untilMs = endOf(block.happening) ?? Math.max(fromMs, next?.happening.atMs ?? endMs);
    const free = rowEndsMs.findIndex((rowEndMs) => rowEndMs <= fromMs);
    const row = free < 0 ? rowEndsMs.length : free;
    rowEndsMs[row] = Math.max(untilMs, fromMs + leastMs);
    return { block, fromMs, untilMs, row };
  });
}

/** Whether one takes the other's place. */
function isOfSameKind(one: LaneBlock, other: LaneBlock): boolean {
  return one.deploymentId === other.deploymentId && kindOf(one) === kindOf(other);
}

function kindOf({ happening }: LaneBlock): string {
  if ('scale' in happening) {
    return `${'replicas' in happening ? 'replicas' : 'concurrency'} ${happening.scale}`;
  }
  if ('policy' in happening) return `policy ${happening.policy.caller} ${happening.policy.callee}`;
  if ('release' in happening) return `release ${happening.release}`;
  if ('load' in happening) return 'load';
  if ('pattern' in happening) return 'pattern';
  const { atMs, untilMs, ...fault } = happening;
  return JSON.stringify(fault);
}
