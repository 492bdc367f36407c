/** One pane: a deployment as a graph under live traffic, to be cut and taken apart. A figure of it is `figure-canvas`. */
import {
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
  useStoreApi,
  ViewportPortal,
} from '@xyflow/react';
import './react-flow.css';
import { type CSSProperties, useCallback, useMemo } from 'react';
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import { later } from '../design/later';
import type { RunFeed } from '../playback/run-feed';
import type { FaultPeriod } from '../workspace/fault-periods';
import type { Position } from '../workspace/positions';
import type { Text } from '../workspace/use-text';
import type { KeptWays } from '../workspace/ways';
import type { Selection } from '../workspace/workspace';
import { ariaLabelsIn } from './aria-labels';
import { CallsLayer } from './calls-layer';
import { CanvasContext, type Emphasis, useCanvasContext } from './canvas-context';
import { CanvasControls } from './canvas-controls';
import { isSmallForm } from './canvas-graph';
import { DotGrid } from './dot-grid';
import { DotLegend } from './dot-legend';
import { drawingClasses, isLargeDrawing, unitFormOf } from './drawing-form';
import { zoomMax, zoomMin } from './fit';
import { LateParts } from './late-parts';
import type { Size } from './measures';
import { nodeViews } from './nodes/node-views';
import type { RequestAtPoint } from './overlay/nearest-request';
import { OverlayCanvas } from './overlay-canvas';
import type { PartDrop } from './part-drop';
import type { PartMenuProps } from './part-menu';
import type { SeatAtInstant } from './seat-picking';
import { counterpartIdsOf, nodeIdsOf, selectionOf } from './selected-node';
import { useStandingParts } from './standing-parts';
import { useChosenCall } from './use-chosen-call';
import { useDrawing } from './use-drawing';
import { useEarlyMenu } from './use-early-menu';
import { useFirstSign } from './use-first-sign';
import { useFittedViewport } from './use-fitted-viewport';
import { useForm } from './use-form';
import { useLargeLayout } from './use-large-layout';
import { useLeastType } from './use-least-type';
import { useLegend } from './use-legend';
import { useLevel } from './use-level';
import { useMovingMark } from './use-moving-mark';
import { useNodeMoves } from './use-node-moves';
import { usePlacing } from './use-placing';
import { useReducedMotion } from './use-reduced-motion';
import { useViewState, type View, ViewContext } from './view';
import './deployment-canvas.css';

export interface DeploymentCanvasProps {
  document: ArchitectureDocument;
  /** The cut of the deployment to draw. */
  cut: Cut;
  feed: RunFeed;
  text: Text;
  /** The faults that hold right now. */
  faults: readonly FaultPeriod[];
  /** What is spoken of, to be lit up where this deployment has it. Default nothing. */
  emphasis?: Emphasis | null;
  selection: Selection | null;
  /** What is selected beside it. Default nothing. */
  alsoSelected?: readonly Selection[];
  onSelect(selection: Selection | null, alsoSelected?: readonly Selection[]): void;
  /** What the form of the drawing goes by: the pane with what lies beside the drawing for a while; 0 × 0 until it is measured. */
  room: Size;
  /** Where nodes of this deployment were dragged to, by node id. */
  positions: Readonly<Record<string, Position>>;
  /** The ways that calls kept when the deployment was cut. */
  ways: KeptWays | undefined;
  onMove(nodeId: string, position: Position): void;
  /** Forget all of `positions`. */
  onTidy(): void;
  /** A module was carried out of its hull, or a unit onto another one. Default modules stay inside their hulls. */
  onDrop?: ((drop: PartDrop) => void) | null;
  /** Asked for a menu, at a place of the window in CSS pixels; `null` on the free canvas. Default no menu. */
  onMenu?: (selection: Selection | null, x: number, y: number) => void;
  /** A moving request was clicked: its journey's place in the document, and its number. Default they cannot be. */
  onRequest?: ((request: RequestAtPoint) => void) | null;
  /** A request in a slot or a queue was clicked. Default they cannot be. */
  onSeat?: ((seat: SeatAtInstant) => void) | null;
}

export function DeploymentCanvas(props: DeploymentCanvasProps) {
  return (
    <ReactFlowProvider>
      <Viewed {...props} />
    </ReactFlowProvider>
  );
}

/** React Flow keeps the view. */
function Viewed(props: DeploymentCanvasProps) {
  const { getState, subscribe } = useStoreApi();
  const { setViewport } = useReactFlow();
  const view = useMemo<View>(
    () => ({ getState, subscribe, setViewport }),
    [getState, subscribe, setViewport],
  );
  return (
    <ViewContext value={view}>
      <Pane {...props} />
    </ViewContext>
  );
}

const RequestPicking = later(async () => (await import('./request-picking')).RequestPicking);
const Legend = later(async () => (await import('./legend')).Legend);
const noEdges: never[] = [];
const nothingElse: readonly Selection[] = [];
/** With one of them held down, a click adds to what is selected. */
const addingKeys = ['Shift', 'Meta', 'Control'];

function Pane({
  document,
  cut,
  feed,
  text,
  faults,
  emphasis = null,
  selection,
  alsoSelected = nothingElse,
  onSelect,
  room,
  positions,
  ways,
  onMove,
  onTidy,
  onDrop = null,
  onMenu,
  onRequest = null,
  onSeat = null,
}: DeploymentCanvasProps) {
  const deploymentId = cut.deployment.id;
  const isReduced = useReducedMotion();
  const level = useLevel();
  const isMeasured = useViewState((state) => state.width > 0 && state.height > 0) && room.width > 0;
  const selectedIds = useMemo(
    () => nodeIdsOf(selection, alsoSelected, deploymentId),
    [selection, alsoSelected, deploymentId],
  );
  const isStirred = useFirstSign();
  const menu = useEarlyMenu();
  const largeLayout = useLargeLayout(document, cut, isStirred && onDrop !== null);
  const isPlaced = Object.keys(positions).length > 0;
  const form = useForm({ document, cut, largeLayout, room, isPlaced });
  const unitForm = unitFormOf(form);
  const isCompact = isSmallForm(unitForm);
  const leastType = useLeastType(unitForm);
  const placing = usePlacing({ unitForm, positions, onMove });
  const { dragged, lines, drop, onNodesChange } = useNodeMoves({
    deploymentId,
    selectedIds,
    canPlace: !isCompact,
    onMove: placing.move,
    onSelect,
    onDrop,
  });
  const counterpartIds = useMemo(
    () => counterpartIdsOf(selection === null ? [] : [selection, ...alsoSelected], document, cut),
    [selection, alsoSelected, document, cut],
  );
  const drawing = useDrawing({
    document,
    cut,
    text,
    positions: placing.places,
    ways,
    dragged,
    drop,
    selectedIds,
    counterpartIds,
    faults,
    isCuttable: onDrop !== null,
    form,
    largeLayout,
  });
  useStandingParts(deploymentId, unitForm, drawing);
  const viewport = useFittedViewport(drawing.bounds, drawing.entry);
  const labels = useMemo(() => ariaLabelsIn(text.t), [text]);
  const context = useCanvasContext({ feed, cut, text, faults, emphasis, isReduced });

  const chosenCall = useChosenCall({ cut, calls: drawing.calls, selection, onSelect });
  const { selectionOfLine } = chosenCall;
  const openMenu = useCallback<PartMenuProps['onMenu']>(
    ({ nodeId, callId }, x, y) =>
      onMenu?.(callId === null ? selectionOf(nodeId, deploymentId) : selectionOfLine(callId), x, y),
    [onMenu, deploymentId, selectionOfLine],
  );
  const isLarge = isLargeDrawing(drawing.nodes);
  const pane = useStore((state) => state.domNode);
  const marking = useMovingMark(pane, isLarge);
  const onMoveStart = useCallback(
    (event: MouseEvent | TouchEvent | null) => {
      marking.start();
      viewport.onMoveStart(event);
    },
    [marking, viewport.onMoveStart],
  );
  const legend = useLegend();
  const tidy = useCallback(() => {
    onTidy();
    viewport.fit();
  }, [onTidy, viewport.fit]);

  return (
    <CanvasContext value={context}>
      <ReactFlow
        className={`${drawingClasses(level, form, leastType)} ${isMeasured ? '' : 'is-unplaced'}`}
        style={{ '--least-type': `${leastType}px` } as CSSProperties}
        aria-label={text.t('canvas.label', { deployment: text.nameOf(cut.deployment.name) })}
        ariaLabelConfig={labels}
        nodes={drawing.nodes}
        edges={noEdges}
        nodeTypes={nodeViews}
        onNodesChange={onNodesChange}
        {...(onMenu !== undefined && { onContextMenu: menu.keep })}
        onMoveStart={onMoveStart}
        onMoveEnd={marking.end}
        minZoom={zoomMin}
        maxZoom={zoomMax}
        nodesConnectable={false}
        elevateNodesOnSelect
        onlyRenderVisibleElements={isLarge}
        selectNodesOnDrag={false}
        nodeDragThreshold={3}
        nodeClickDistance={3}
        multiSelectionKeyCode={addingKeys}
        panActivationKeyCode={null}
        selectionKeyCode="Shift"
        selectionMode={SelectionMode.Partial}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        proOptions={{ hideAttribution: true }}
      >
        <DotGrid />
        <ViewportPortal>
          <CallsLayer
            calls={drawing.calls}
            applicationFrame={drawing.applicationFrame}
            selectedId={selectedIds[0] ?? null}
            selectedCallId={chosenCall.id}
            counterpartCallId={chosenCall.counterpartId}
            onSelect={chosenCall.choose}
            isCompact={isCompact}
          />
        </ViewportPortal>
        <OverlayCanvas scene={drawing.scene} isReduced={isReduced}>
          {(overlay) =>
            isStirred && (
              <RequestPicking
                overlay={overlay}
                onRequest={onRequest}
                onSeat={onSeat}
                journeys={document.journeys}
              />
            )
          }
        </OverlayCanvas>
        <DotLegend />
        <LateParts
          isStirred={isStirred}
          earlyMenu={menu.early}
          onMenu={onMenu === undefined ? null : openMenu}
          lines={lines}
          mapped={isLarge ? drawing : null}
          onViewMoved={viewport.keep}
        />
        {!isCompact && <CanvasControls onTidy={tidy} onFit={viewport.fit} onLegend={legend.open} />}
      </ReactFlow>
      {legend.isOpen && <Legend journeys={document.journeys} onClose={legend.close} />}
    </CanvasContext>
  );
}
