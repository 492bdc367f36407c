import { memo, useMemo } from 'react';
import type { Point } from './layout/box';
import { ClientsNodeView } from './nodes/clients-node';
import type { FlowNode } from './nodes/flow-nodes';
import { ModuleNodeView } from './nodes/module-node';
import { UnitNodeView } from './nodes/unit-node';
import './nodes/nodes.css';

/** The parts of a figure at their places: nobody selects, moves or focuses them. */
export function FigureNodes({ nodes }: { nodes: readonly FlowNode[] }) {
  const placeOf = useMemo(() => new Map(nodes.map(({ id, position }) => [id, position])), [nodes]);
  return nodes.map((node) => {
    const around = placeOf.get(node.parentId ?? '') ?? origin;
    return <FigureNode key={node.id} node={node} aroundX={around.x} aroundY={around.y} />;
  });
}

const origin: Point = { x: 0, y: 0 };

interface FigureNodeProps {
  node: FlowNode;
  /** Upper left corner of the hull around it, from where its own place counts. */
  aroundX: number;
  aroundY: number;
}

const FigureNode = memo(function FigureNode({ node, aroundX, aroundY }: FigureNodeProps) {
  const { position, width, height, parentId } = node;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
    <div
      role="group"
      aria-label={node.ariaLabel}
      className="figure-node"
      style={{
        transform: `translate(${aroundX + position.x}px, ${aroundY + position.y}px)`,
        width,
        height,
        zIndex: parentId === undefined ? 0 : 1,
      }}
    >
      <NodeView node={node} />
    </div>
  );
});

function NodeView({ node }: { node: FlowNode }) {
  switch (node.type) {
    case 'unit':
      return <UnitNodeView data={node.data} selected={false} />;
    case 'module':
      return <ModuleNodeView data={node.data} selected={false} />;
    default:
      return <ClientsNodeView />;
  }
}
