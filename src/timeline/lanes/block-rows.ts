/** In which row of a lane each block stands, so that none covers another. */
import type { TimeDomain } from '../time-domain';
import { endOf } from './happening';
import type { LaneBlock } from './lane-blocks';

export interface PlacedBlock {
  readonly block: LaneBlock;
  readonly fromMs: number;
  /** Where it stops in the picture: its end, the next of its kind, or the end of the picture. */
  readonly untilMs: number;
  readonly row: number;
}

/** A block takes at least this share of the picture in its row, so that it can be caught. */
const leastShare = 0.02;

/** At an edge, as much is kept for what tells of the blocks beyond it: a finger's breadth of a narrow picture. */
const edgeShare = 0.12;

export interface BeyondBlocks {
  /** The nearest one first. */
  readonly blocks: readonly LaneBlock[];
  readonly row: number;
}

export interface LanePicture {
  readonly seen: readonly PlacedBlock[];
  readonly before: BeyondBlocks;
  readonly after: BeyondBlocks;
  readonly rowCount: number;
}

/** A lane as it is drawn: no block is covered, be it by another or by the count of those beyond an edge. */
export function lanePicture(blocks: readonly LaneBlock[], domain: TimeDomain): LanePicture {
  const { fromMs, toMs } = domain;
  const leastMs = (toMs - fromMs) * leastShare;
  const edgeMs = (toMs - fromMs) * edgeShare;
  const endMs = Math.max(toMs, ...blocks.map(({ happening }) => happening.atMs));
  const placed = placedBlocks(blocks, endMs, leastMs);
  const earlier = placed.filter(({ untilMs }) => untilMs < fromMs).reverse();
  const later = placed.filter((block) => block.fromMs > toMs);
  const seen = placed.filter((block) => !earlier.includes(block) && !later.includes(block));
  const beyond = (those: readonly PlacedBlock[], edgeFromMs: number): BeyondBlocks => {
    const atEdge = seen.filter(
      (block) =>
        block.fromMs < edgeFromMs + edgeMs &&
        Math.max(block.untilMs, block.fromMs + leastMs) > edgeFromMs,
    );
    return { blocks: those.map(({ block }) => block), row: firstFreeRow(atEdge) };
  };
  const before = beyond(earlier, fromMs);
  const after = beyond(later, toMs - edgeMs);
  const edges = [before, after].filter((edge) => edge.blocks.length > 0);
  const rowCount = Math.max(0, ...[...seen, ...edges].map(({ row }) => row + 1));
  return { seen, before, after, rowCount };
}

function firstFreeRow(placed: readonly PlacedBlock[]): number {
  const taken = new Set(placed.map(({ row }) => row));
  let row = 0;
  while (taken.has(row)) row += 1;
  return row;
}

/**
 * Blocks in the order in which they begin. A block takes at least `leastMs` of
 * room, to be seen and caught; one without an end stops where the next one
 * with the same subject begins.
 */
function placedBlocks(blocks: readonly LaneBlock[], endMs: number, leastMs: number): PlacedBlock[] {
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
