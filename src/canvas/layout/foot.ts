/** A node with what hangs at its foot: the cluster that takes a place in a row. */
import type { Box } from './box';
import type { LayoutNode, LayoutSpacing } from './layout-graph';

/** Room that a call leaving past the hanging boxes needs, px. */
const laneWidth = 16;

export interface Foot {
  width: number;
  height: number;
  groupId: string | undefined;
  /** Boxes of the owner and the hanging ones; `isRight` says on which side they hang when there is room for a choice. */
  placed(cluster: Box, isRight: boolean, hasCalls: boolean): [string, Box][];
}

export function footOf(
  owner: LayoutNode,
  hanging: readonly LayoutNode[],
  callCount: number,
  { footGap, footColumnGap }: LayoutSpacing,
): Foot {
  const hangingWidth = hanging.reduce(
    (sum, node) => sum + node.width + footColumnGap,
    -footColumnGap,
  );
  const lanes = hanging.length > 0 && callCount > 0 ? laneWidth * Math.min(callCount, 3) : 0;
  const footWidth = hanging.length === 0 ? 0 : hangingWidth + lanes;
  const footHeight =
    hanging.length === 0 ? 0 : footGap + Math.max(...hanging.map((node) => node.height));
  return {
    width: Math.max(owner.width, footWidth),
    height: owner.height + footHeight,
    groupId: owner.groupId,
    placed: (cluster, isRight, hasCalls) => {
      const ownerX = isRight ? cluster.x : cluster.x + cluster.width - owner.width;
      const boxes: [string, Box][] = [
        [
          owner.id,
          {
            x: footWidth > owner.width ? ownerX : cluster.x + (cluster.width - owner.width) / 2,
            y: cluster.y,
            width: owner.width,
            height: owner.height,
          },
        ],
      ];
      let x = cluster.x + (isRight ? cluster.width - hangingWidth : 0);
      if (!hasCalls) x = cluster.x + (cluster.width - hangingWidth) / 2;
      for (const node of hanging) {
        const y = cluster.y + owner.height + footGap;
        boxes.push([node.id, { x, y, width: node.width, height: node.height }]);
        x += node.width + footColumnGap;
      }
      return boxes;
    },
  };
}
