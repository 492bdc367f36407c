/**
 * A node with all that it calls, as one rectangle: the node on top, below it the
 * rectangles of its callees on shelves. No call leaves its caller's rectangle,
 * and within it all of them swing over in the free space above a shelf, in one
 * order: hence none crosses another and none runs through a box.
 */
import type { CallTree } from './call-tree';
import type { Foot } from './foot';
import { spread, wishOf } from './ports';
import {
  type Callee,
  calleesOn,
  callsBelow,
  clamped,
  extentOf,
  heightOf,
  type Shelf,
  standOn,
} from './shelf-places';
import { type Book, type ShelfSpacing, shelvesOf } from './shelves';
import type { Stretch, Way } from './way';

/** Places are relative to the rectangle's upper left corner. */
export interface TreeBlock extends Book {
  readonly id: string;
  /** Left edge of the node with what hangs at its foot. */
  readonly clusterX: number;
  readonly callees: readonly StandingBlock[];
}

export interface StandingBlock {
  readonly block: TreeBlock;
  readonly x: number;
  readonly y: number;
  readonly way: Way;
}

export interface BlockSetting {
  readonly feet: ReadonlyMap<string, TreeFoot>;
  readonly spacing: ShelfSpacing;
}

/** A foot, and where the node itself stands in it. */
export interface TreeFoot extends Foot {
  ownerX: number;
  ownerWidth: number;
  ownerHeight: number;
  /** The part of its lower side where calls leave. */
  side: { from: number; to: number };
}

export function blockOf(tree: CallTree, setting: BlockSetting): TreeBlock {
  const foot = setting.feet.get(tree.id);
  if (foot === undefined) throw new Error(`No measure of ${tree.id}.`);
  const blocks = tree.callees.map((callee) => blockOf(callee, setting));
  if (blocks.length === 0) {
    return { id: tree.id, width: foot.width, height: foot.height, clusterX: 0, callees: [] };
  }
  const shelves = standOn(shelvesOf(blocks, setting.spacing), setting.spacing);
  return below(tree.id, foot, shelves, setting);
}

/** The node above its shelves, with the ways of its calls. */
function below(
  id: string,
  foot: TreeFoot,
  shelves: readonly Shelf[],
  setting: BlockSetting,
): TreeBlock {
  const extent = extentOf(shelves);
  const clusterX = middleOf(shelves, setting) - (foot.side.from + foot.side.to) / 2;
  const left = Math.min(extent.from, clusterX);
  const calls = portsOf(shelves, clusterX, foot, setting);
  const reach = Math.max(...calls.map(({ portX, aimX }) => Math.abs(aimX - portX)));
  const tops = topsOf(shelves, foot.height + gapFor(reach, setting), extent, setting);
  const passed = shelves.map((shelf, index) => ({
    top: tops[index],
    bottom: tops[index] + heightOf(shelf),
  }));
  const callees = shelves.flatMap((shelf, index) => {
    const standing = new Set(calleesOn(shelf));
    const onShelf = calls.filter(({ callee }) => standing.has(callee));
    return onShelf.map(({ callee: { block, x, laneX }, portX }): StandingBlock => {
      const start = { x: portX - left, top: foot.ownerHeight, bottom: foot.height };
      const lane = passed.slice(0, index).map((stretch) => ({ x: laneX - left, ...stretch }));
      const fromX = lane.at(-1)?.x ?? start.x;
      const end = endOf(x - left, tops[index], fromX, block, setting);
      return { block, x: x - left, y: tops[index], way: [start, ...lane, end] };
    });
  });
  const width = Math.max(extent.to, clusterX + foot.width) - left;
  const height = Math.max(...passed.map(({ bottom }) => bottom));
  return { id, width, height, clusterX: clusterX - left, callees };
}

/** What the node stands above: the shaft, or its callees where they stand on one shelf. */
function middleOf(shelves: readonly Shelf[], setting: BlockSetting): number {
  if (shelves.length > 1) return 0;
  const doors = calleesOn(shelves[0]).map(({ block, x }) => x + doorXOf(block, setting));
  return (doors[0] + doors[doors.length - 1]) / 2;
}

/** A call, where it leaves the node, and where it goes first: to its callee or into the shaft. */
interface LeavingCall {
  callee: Callee;
  portX: number;
  aimX: number;
}

function portsOf(
  shelves: readonly Shelf[],
  clusterX: number,
  foot: TreeFoot,
  setting: BlockSetting,
): LeavingCall[] {
  const [{ left, right }] = shelves;
  const direct = ({ block, x }: Callee) => x + doorXOf(block, setting);
  const shaft = callsBelow(shelves, 0);
  const order = [...left, ...shaft, ...right];
  const aims = [...left.map(direct), ...shaft.map(({ laneX }) => laneX), ...right.map(direct)];
  const side = { from: clusterX + foot.side.from, to: clusterX + foot.side.to };
  const ports = spread(
    aims.map((x) => wishOf(x, side)),
    side,
  );
  return order.map((callee, rank) => ({ callee, portX: ports[rank], aimX: aims[rank] }));
}

function topsOf(
  shelves: readonly Shelf[],
  start: number,
  { from, to }: { from: number; to: number },
  setting: BlockSetting,
): number[] {
  let y = start;
  return shelves.map((shelf) => {
    const top = y;
    y += heightOf(shelf) + gapFor((to - from) / 2, setting);
    return top;
  });
}

function doorXOf(block: TreeBlock, { feet }: BlockSetting): number {
  const foot = feet.get(block.id);
  return foot === undefined ? 0 : block.clusterX + foot.ownerX + foot.ownerWidth / 2;
}

/** Straight down where the node's upper side lies across, else to its middle. */
function endOf(
  blockX: number,
  y: number,
  fromX: number,
  block: TreeBlock,
  setting: BlockSetting,
): Stretch {
  const door = blockX + doorXOf(block, setting);
  const half = (setting.feet.get(block.id)?.ownerWidth ?? 0) / 2;
  const x = Math.abs(fromX - door) <= 0.5 * half ? fromX : door;
  return { x, top: y, bottom: y };
}

/** Calls that reach far need more height, or they would lie flat on one another. */
function gapFor(reach: number, { spacing }: BlockSetting): number {
  return spacing.rowGap + clamped((reach - 600) * 0.04, 0, 2 * spacing.rowGap);
}
