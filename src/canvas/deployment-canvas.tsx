/** One pane: a deployment as a graph under live traffic. The only door of this room. */
import {
  Background,
  BackgroundVariant,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useMemo } from 'react';
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import { later } from '../design/later';
import type { RunFeed } from '../playback/run-feed';
import type { FaultPeriod } from '../workspace/fault-periods';
import type { Position } from '../workspace/positions';
import type { Text } from '../workspace/use-text';
import type { Selection } from '../workspace/workspace';
import { ariaLabelsIn } from './aria-labels';
import { CallsLayer } from './calls-layer';
import { CanvasContext, type CanvasContextValue, type Emphasis } from './canvas-context';
import { CanvasControls } from './canvas-controls';
import { isSmallForm } from './canvas-graph';
import { DotLegend } from './dot-legend';
import { type DrawingForm, unitFormOf } from './drawing-form';
import { type ZoomLevel, zoomMax, zoomMin } from './fit';
import { LateParts } from './late-parts';
import { ClientsNodeView } from './nodes/clients-node';
import { ModuleNodeView } from './nodes/module-node';
import { UnitNodeView } from './nodes/unit-node';
import type { RequestAtPoint } from './overlay/request-place';
import { OverlayCanvas } from './overlay-canvas';
import type { PartDrop } from './part-drop';
import type { PartMenuProps } from './part-menu';
import type { SeatAtInstant } from './seat-picking';
import { counterpartIdsOf, nodeIdsOf, selectionOf } from './selected-node';
import { useChosenCall } from './use-chosen-call';
import { useDrawing } from './use-drawing';
import { useEarlyMenu } from './use-early-menu';
import { useFirstSign } from './use-first-sign';
import { useFittedViewport, useForm } from './use-fitted-viewport';
import { useKeyboardWalk } from './use-keyboard-walk';
import { useLargeLayout } from './use-large-layout';
import { useLegend } from './use-legend';
import { useLevel } from './use-level';
import { useMovingMark } from './use-moving-mark';
import { useNodeMoves } from './use-node-moves';
import { usePageGestures } from './use-page-gestures';
import { usePlacing } from './use-placing';
import { useReducedMotion } from './use-reduced-motion';
import './deployment-canvas.css';
import './nodes/nodes.css';

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
  /** Where nodes of this deployment were dragged to, by node id. */
  positions: Readonly<Record<string, Position>>;
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
  /** Whether nodes can be selected and moved. Default true. */
  isInteractive?: boolean;
  /** The wheel and one finger scroll the page; zoom needs Ctrl, ⌘ or two fingers. Default false. */
  isWheelForPage?: boolean;
  /** Zoom, fit and tidy buttons. Default true. */
  hasControls?: boolean;
  /**
   * A figure in another page, from a thumbnail to a slide: its text keeps step
   * with the page's type, and what could not be read is left out. Default false.
   */
  isFigure?: boolean;
}

export function DeploymentCanvas(props: DeploymentCanvasProps) {
  return (
    <ReactFlowProvider>
      <Pane {...props} />
    </ReactFlowProvider>
  );
}

const nodeTypes = { clients: ClientsNodeView, unit: UnitNodeView, module: ModuleNodeView };
const Legend = later(async () => (await import('./legend')).Legend);
/** From so many parts on a diagram has a map of itself. */
const overviewFrom = 40;
const noEdges: never[] = [];
const nothingElse: readonly Selection[] = [];
/** With one of them held down, a click adds to what is selected. */
const addingKeys = ['Shift', 'Meta', 'Control'];
const figureHz = 5;
const figureHzReduced = 2;

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
  positions,
  onMove,
  onTidy,
  onDrop = null,
  onMenu,
  onRequest = null,
  onSeat = null,
  isInteractive = true,
  isWheelForPage = false,
  hasControls = true,
  isFigure = false,
}: DeploymentCanvasProps) {
  const deploymentId = cut.deployment.id;
  const isReduced = useReducedMotion();
  const level = useLevel();
  const isMeasured = useStore((state) => state.width > 0 && state.height > 0);
  const selectedIds = useMemo(
    () => nodeIdsOf(selection, alsoSelected, deploymentId),
    [selection, alsoSelected, deploymentId],
  );
  const isStirred = useFirstSign();
  const menu = useEarlyMenu();
  const largeLayout = useLargeLayout(document, cut, isStirred && onDrop !== null);
  const form = useForm(document, cut, largeLayout, isFigure);
  const unitForm = unitFormOf(form);
  const isCompact = isSmallForm(unitForm);
  const placing = usePlacing({ unitForm, positions, onMove, onDrop });
  const { dragged, lines, drop, onNodesChange } = useNodeMoves({
    deploymentId,
    selectedIds,
    canPlace: !isCompact,
    onMove: placing.move,
    onSelect,
    onDrop: placing.drop,
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
    dragged,
    drop,
    selectedIds,
    counterpartIds,
    faults,
    isMovable: isInteractive,
    isCuttable: onDrop !== null,
    form,
    largeLayout,
  });
  usePageGestures(isWheelForPage);
  useKeyboardWalk(isInteractive);
  const viewport = useFittedViewport(drawing.bounds, drawing.entry, isFigure);
  const labels = useMemo(() => ariaLabelsIn(text.t, isInteractive), [text, isInteractive]);
  const context = useMemo<CanvasContextValue>(
    () => ({ feed, cut, text, faults, emphasis, figureHz: isReduced ? figureHzReduced : figureHz }),
    [feed, cut, text, faults, emphasis, isReduced],
  );

  const chosenCall = useChosenCall({ cut, calls: drawing.calls, selection, onSelect });
  const { selectionOfLine } = chosenCall;
  const openMenu = useCallback<PartMenuProps['onMenu']>(
    ({ nodeId, callId }, x, y) =>
      onMenu?.(callId === null ? selectionOf(nodeId, deploymentId) : selectionOfLine(callId), x, y),
    [onMenu, deploymentId, selectionOfLine],
  );
  const isLarge = drawing.nodes.length >= overviewFrom;
  const marking = useMovingMark(isLarge);
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
        className={classesOf({ level, form, isWheelForPage, isMeasured })}
        aria-label={text.t('canvas.label', { deployment: text.nameOf(cut.deployment.name) })}
        ariaLabelConfig={labels}
        nodes={drawing.nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        {...(onMenu !== undefined && { onContextMenu: menu.keep })}
        onMoveStart={onMoveStart}
        onMoveEnd={marking.end}
        minZoom={zoomMin}
        maxZoom={zoomMax}
        nodesConnectable={false}
        nodesDraggable={isInteractive}
        nodesFocusable={isInteractive}
        elementsSelectable={isInteractive}
        elevateNodesOnSelect
        onlyRenderVisibleElements={isLarge}
        selectNodesOnDrag={false}
        nodeDragThreshold={3}
        nodeClickDistance={3}
        multiSelectionKeyCode={isInteractive ? addingKeys : null}
        panActivationKeyCode={null}
        selectionKeyCode={isInteractive ? 'Shift' : null}
        selectionMode={SelectionMode.Partial}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        zoomOnScroll={!isWheelForPage}
        preventScrolling={!isWheelForPage}
        panOnDrag
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.8} color="var(--dot-grid)" />
        <CallsLayer
          calls={drawing.calls}
          applicationFrame={drawing.applicationFrame}
          selectedId={selectedIds[0] ?? null}
          selectedCallId={chosenCall.id}
          counterpartCallId={chosenCall.counterpartId}
          onSelect={isInteractive ? chosenCall.choose : null}
          isCompact={isCompact}
        />
        <OverlayCanvas
          scene={drawing.scene}
          isReduced={isReduced}
          onRequest={onRequest}
          onSeat={onSeat}
          journeys={document.journeys}
        />
        <DotLegend />
        <LateParts
          earlyMenu={menu.early}
          onMenu={isStirred && onMenu !== undefined ? openMenu : null}
          lines={lines}
          mapped={hasControls && isLarge ? drawing : null}
          onViewMoved={viewport.keep}
        />
        {hasControls && !isCompact && (
          <CanvasControls
            onTidy={isInteractive ? tidy : null}
            onFit={viewport.fit}
            onLegend={legend.open}
          />
        )}
      </ReactFlow>
      {legend.isOpen && <Legend journeys={document.journeys} onClose={legend.close} />}
    </CanvasContext>
  );
}

interface PaneLook {
  level: ZoomLevel;
  form: DrawingForm;
  isWheelForPage: boolean;
  isMeasured: boolean;
}

function classesOf({ level, form, isWheelForPage, isMeasured }: PaneLook): string {
  // A thumbnail tells the same at any size.
  const classes = ['deployment-canvas', `level-${form === 'tiny' ? 'middle' : level}`];
  const unitForm = unitFormOf(form);
  if (unitForm === 'broad') classes.push('is-broad');
  if (isSmallForm(unitForm)) classes.push('is-compact');
  if (unitForm === 'tiny') classes.push('is-tiny');
  if (isWheelForPage) classes.push('is-for-page');
  if (!isMeasured) classes.push('is-unplaced');
  return classes.join(' ');
}
