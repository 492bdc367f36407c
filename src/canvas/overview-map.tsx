/** A large diagram in small: where one is in it, and a way to go elsewhere. Loaded with the first large one. */
import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { type PointerEvent, useMemo } from 'react';
import { useCanvas } from './canvas-context';
import type { Box } from './layout/box';
import type { FlowNode } from './nodes/flow-nodes';
import './overview-map.css';

export interface OverviewMapProps {
  nodes: readonly FlowNode[];
  /** What the whole drawing takes up. */
  bounds: Box;
  /** The reader moves the drawing. */
  onMoveStart(): void;
}

const margin = 30;

export function OverviewMap({ nodes, bounds, onMoveStart }: OverviewMapProps) {
  const { t } = useCanvas().text;
  const { setCenter } = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  const x = bounds.x - margin;
  const y = bounds.y - margin;
  const width = bounds.width + 2 * margin;
  const height = bounds.height + 2 * margin;
  const goTo = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    const matrix = event.currentTarget.getScreenCTM();
    if (matrix === null) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    onMoveStart();
    setCenter(at.x, at.y, { zoom });
  };
  return (
    <Panel position="bottom-right" className="overview-map">
      <svg
        role="img"
        aria-label={t('canvas.overview')}
        viewBox={`${x} ${y} ${width} ${height}`}
        onPointerDown={goTo}
        onPointerMove={goTo}
      >
        <Parts nodes={nodes} />
        <View />
      </svg>
    </Panel>
  );
}

/** All parts as one path: hundreds of elements would cost each picture more than the map is worth. */
function Parts({ nodes }: { nodes: readonly FlowNode[] }) {
  const path = useMemo(() => {
    const outer = nodes.filter((node) => node.parentId === undefined);
    return outer
      .map(
        ({ position: { x, y }, width = 0, height = 0 }) =>
          `M${x} ${y}h${width}v${height}h-${width}z`,
      )
      .join('');
  }, [nodes]);
  return <path className="overview-parts" d={path} />;
}

/** The part of the drawing that the pane shows. */
function View() {
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return (
    <rect
      className="overview-view"
      x={-x / zoom}
      y={-y / zoom}
      width={width / zoom}
      height={height / zoom}
    />
  );
}
