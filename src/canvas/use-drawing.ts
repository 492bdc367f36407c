/** Everything that follows from the document and the places of the nodes, worked out once per change. */
import { useMemo, useRef } from 'react';
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import type { FaultPeriod } from '../workspace/fault-periods';
import type { Position } from '../workspace/positions';
import type { Text } from '../workspace/use-text';
import type { KeptWays } from '../workspace/ways';
import type { DrawnCall } from './calls-layer';
import { clientsNodeId, isSmallForm, moduleNodeId, unitNodeId } from './canvas-graph';
import { placedBoxes } from './canvas-layout';
import { canvasRoutesOf, plannedWays } from './canvas-routes';
import { boundsOf, type DrawingForm, graphOf, layoutOf, unitFormOf } from './drawing-form';
import { applicationFrameOf, drawnCallsOf, flowNodesOf, reuseNodes } from './flow-scene';
import { type CallWays, shownWays } from './kept-ways';
import { type Box, centerX, type Point } from './layout/box';
import type { LargeLayout } from './layout/large-layout';
import type { FlowNode } from './nodes/flow-nodes';
import { type Scene, sceneOf } from './overlay/scene';
import type { PartDrop } from './part-drop';

export interface DrawingInput {
  document: ArchitectureDocument;
  cut: Cut;
  text: Text;
  positions: Readonly<Record<string, Position>>;
  /** Ways of calls that a cut left as they were. */
  ways: KeptWays | undefined;
  /** Places of nodes that are being dragged. */
  dragged: ReadonlyMap<string, Point>;
  /** The one that is spoken of first. */
  selectedIds: readonly string[];
  /** What letting go of the dragged part would change. */
  drop: PartDrop | null;
  /** What is selected in another deployment, as it stands in this one. */
  counterpartIds: readonly string[];
  faults: readonly FaultPeriod[];
  /** Whether modules may leave their hulls. */
  isCuttable: boolean;
  form: DrawingForm;
  /** For a diagram that is not small. */
  largeLayout: LargeLayout | null;
}

export interface Drawing {
  /** Of the customers, the units and their modules, by node id. */
  boxes: ReadonlyMap<string, Box>;
  /** Planned ways of calls between the customers and the units. */
  ways: CallWays;
  nodes: FlowNode[];
  calls: DrawnCall[];
  scene: Scene;
  applicationFrame: Box | null;
  /** Of what must be seen, when nothing is being dragged. */
  bounds: Box;
  /** Upper middle of the customers, with whom reading begins. */
  entry: Point;
}

/** A drawing that nobody has a hand on. */
export const atRest = {
  positions: {},
  ways: undefined,
  dragged: new Map(),
  selectedIds: [],
  drop: null,
  counterpartIds: [],
  isCuttable: false,
} as const satisfies Partial<DrawingInput>;

const origin: Point = { x: 0, y: 0 };
const none: ReadonlySet<string> = new Set();

export function useDrawing(input: DrawingInput): Drawing {
  const { document, cut, text, positions, dragged, selectedIds, faults, form } = input;
  const { counterpartIds, isCuttable, drop, largeLayout } = input;
  const isCompact = isSmallForm(unitFormOf(form));
  // In a small pane parts stand where the layout puts them: there they are only carried into another process.
  const isMovable = !isCompact || (isCuttable && form === 'compact');
  const allStruckIds = useStruckIds(faults);
  // Where nothing is left out, faults change nothing of what is drawn.
  const struckIds = isCompact ? allStruckIds : none;
  const graph = useMemo(
    () => graphOf(document, cut, form, struckIds),
    [document, cut, form, struckIds],
  );
  const layout = useMemo(() => layoutOf(graph, form, largeLayout), [graph, form, largeLayout]);
  const places = useMemo(
    () => new Map<string, Point>([...(isCompact ? [] : Object.entries(positions)), ...dragged]),
    [positions, dragged, isCompact],
  );
  const boxes = useMemo(() => placedBoxes(graph, layout, places), [graph, layout, places]);
  const kept = useMemo(() => shownWays(unitFormOf(form), input.ways), [form, input.ways]);
  const routes = useMemo(
    () => canvasRoutesOf(graph, boxes, layout, kept),
    [graph, boxes, layout, kept],
  );
  const ways = useMemo(
    () => plannedWays(graph, routes, layout, kept),
    [graph, routes, layout, kept],
  );
  const selectedId = selectedIds[0] ?? null;
  const upperId = useMemo(
    () =>
      graph.units.find(
        ({ nodeId, modules }) =>
          nodeId === selectedId || modules.some(({ id }) => moduleNodeId(id) === selectedId),
      )?.nodeId ?? null,
    [graph, selectedId],
  );
  const [draggedId = null] = dragged.size === 1 ? dragged.keys() : [];
  const scene = useMemo(
    () =>
      sceneOf({
        deploymentId: cut.deployment.id,
        journeyCount: document.journeys.length,
        graph,
        layout,
        boxes,
        routes,
        upperId,
        carriedId: isCuttable && draggedId?.startsWith(moduleNodeId('')) ? draggedId : null,
      }),
    [cut, document, graph, layout, boxes, routes, upperId, isCuttable, draggedId],
  );
  const known = useRef<FlowNode[]>([]);
  const nodes = useMemo(() => {
    const parts = { cut, graph, layout, boxes, routes, scene, text, isMovable, isCuttable };
    const plain = flowNodesOf(parts);
    const marks: Marks = {
      selectedIds,
      counterpartIds,
      carriedId: drop === null ? null : draggedId,
      ontoId: drop === null || drop.ontoUnitId === null ? null : unitNodeId(drop.ontoUnitId),
    };
    known.current = reuseNodes(
      known.current,
      plain.map((node) => marked(node, marks)),
    );
    return known.current;
  }, [
    cut,
    graph,
    layout,
    boxes,
    routes,
    scene,
    text,
    isMovable,
    isCuttable,
    draggedId,
    drop,
    selectedIds,
    counterpartIds,
  ]);
  const calls = useMemo(() => drawnCallsOf(graph, routes, boxes), [graph, routes, boxes]);
  const applicationFrame = useMemo(() => applicationFrameOf(graph, boxes), [graph, boxes]);
  const restingBounds = useRef<Box | null>(null);
  const bounds = useMemo(() => {
    if (dragged.size > 0 && restingBounds.current !== null) return restingBounds.current;
    const ways = places.size > 0 ? routes.flat() : [];
    restingBounds.current = boundsOf(boxes, applicationFrame, layout.reach, ways);
    return restingBounds.current;
  }, [boxes, applicationFrame, layout, dragged, places, routes]);
  const entry = useMemo(() => {
    const clients = layout.boxes.get(clientsNodeId);
    return clients === undefined ? origin : { x: centerX(clients), y: clients.y };
  }, [layout]);
  return { boxes, ways, nodes, calls, scene, applicationFrame, bounds, entry };
}

interface Marks {
  selectedIds: readonly string[];
  counterpartIds: readonly string[];
  /** Would change its process if it were let go of here. */
  carriedId: string | null;
  /** Would take it in. */
  ontoId: string | null;
}

/** Above a selected node, which React Flow lifts by 1000. */
const carriedZ = 2000;

function marked(
  node: FlowNode,
  { selectedIds, counterpartIds, carriedId, ontoId }: Marks,
): FlowNode {
  const classes: string[] = [];
  if (counterpartIds.includes(node.id)) classes.push('is-counterpart');
  if (node.id === carriedId) classes.push('is-carried');
  if (node.id === ontoId) classes.push('is-drop-target');
  return {
    ...node,
    ...(selectedIds.includes(node.id) && { selected: true }),
    ...(node.id === carriedId && { zIndex: carriedZ }),
    ...(classes.length > 0 && { className: classes.join(' ') }),
  };
}

/** The same set while the same modules are struck. */
function useStruckIds(faults: readonly FaultPeriod[]): ReadonlySet<string> {
  const ids = faults.flatMap(({ target }) => (target.kind === 'module' ? [target.id] : []));
  const key = [...new Set(ids)].sort().join(' ');
  return useMemo(() => new Set(key === '' ? [] : key.split(' ')), [key]);
}
