/** The forms in which a deployment can be drawn, by what a pane has room for. */
import { useMemo } from 'react';
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import { type CanvasGraph, canvasGraphOf, isSmallForm, type UnitForm } from './canvas-graph';
import { type CanvasLayout, canvasLayoutOf, placedBoxes } from './canvas-layout';
import { compactGraphOf } from './compact-graph';
import type { ZoomLevel } from './fit';
import { applicationFrameOf } from './flow-scene';
import { type Box, unionOf } from './layout/box';
import type { Curve } from './layout/edge-route';
import type { LargeLayout } from './layout/large-layout';
import type { LayoutSpacing } from './layout/layout-graph';

/**
 * What a pane has room for: everything, `whole` or `broad`, with what only the application calls
 * `below` or `beside` it; or, `compact`, what matters most in the layout's own places, and of that,
 * `tiny`, what a thumbnail can tell.
 */
export type DrawingForm = 'below' | 'beside' | 'broadBelow' | 'broadBeside' | 'compact' | 'tiny';

/** How units are drawn in each form, and where what only the application calls stands. */
const formParts: Readonly<
  Record<DrawingForm, { unitForm: UnitForm; outsiders: LayoutSpacing['outsiders'] }>
> = {
  below: { unitForm: 'whole', outsiders: 'below' },
  beside: { unitForm: 'whole', outsiders: 'beside' },
  broadBelow: { unitForm: 'broad', outsiders: 'below' },
  broadBeside: { unitForm: 'broad', outsiders: 'beside' },
  compact: { unitForm: 'compact', outsiders: 'below' },
  tiny: { unitForm: 'tiny', outsiders: 'below' },
};

export function unitFormOf(form: DrawingForm): UnitForm {
  return formParts[form].unitForm;
}

/** Everything, with what only the application calls on the side where the drawing is then larger. */
export function wholeForm(cut: Cut, zoomIn: (form: DrawingForm) => number): DrawingForm {
  return better('below', 'beside', cut, zoomIn);
}

/** The same in larger type. */
export function broadForm(cut: Cut, zoomIn: (form: DrawingForm) => number): DrawingForm {
  return better('broadBelow', 'broadBeside', cut, zoomIn);
}

function better(
  below: DrawingForm,
  beside: DrawingForm,
  { deployment }: Cut,
  zoomIn: (form: DrawingForm) => number,
): DrawingForm {
  const hasApplication = (deployment.application ?? []).length > 0;
  return hasApplication && zoomIn(beside) > zoomIn(below) ? beside : below;
}

/** From so many parts on a diagram has a map of itself, and is moved as one picture. */
const largeFrom = 40;

export function isLargeDrawing(nodes: readonly unknown[]): boolean {
  return nodes.length >= largeFrom;
}

/** Beside words larger than this, px at zoom 1, a box has room for nothing but its name. */
const besideFigurePx = 20;

/** What the styles of a drawing go by. `leastType`: how large its words have to be. */
export function drawingClasses(level: ZoomLevel, form: DrawingForm, leastType: number): string {
  const unitForm = unitFormOf(form);
  // A thumbnail tells the same at any size, and a small form as long as anything can be read.
  const isMiddle = form === 'tiny' || (isSmallForm(unitForm) && level !== 'speck');
  const classes = ['deployment-canvas', `level-${isMiddle ? 'middle' : level}`];
  if (unitForm === 'broad') classes.push('is-broad');
  if (isSmallForm(unitForm)) classes.push('is-compact');
  else if (leastType > besideFigurePx) classes.push('is-distant');
  if (unitForm === 'tiny') classes.push('is-tiny');
  return classes.join(' ');
}

export function layoutOf(
  graph: CanvasGraph,
  form: DrawingForm,
  largeLayout: LargeLayout | null,
): CanvasLayout {
  return canvasLayoutOf(graph, formParts[form].outsiders, largeLayout);
}

/** `struckIds`: modules with a fault, which a small form never leaves out. */
export function graphOf(
  document: ArchitectureDocument,
  cut: Cut,
  form: DrawingForm,
  struckIds: ReadonlySet<string>,
): CanvasGraph {
  const unitForm = unitFormOf(form);
  const whole = canvasGraphOf(document, cut, unitForm);
  return isSmallForm(unitForm) ? compactGraphOf(whole, cut, struckIds) : whole;
}

/** What the automatic layout takes up in a form, to choose between them; worked out when it is first asked. */
export function useFormBounds(
  document: ArchitectureDocument,
  cut: Cut,
  largeLayout: LargeLayout | null,
): (form: DrawingForm) => Box {
  return useMemo(() => {
    const known = new Map<DrawingForm, Box>();
    return (form) => {
      const bounds = known.get(form) ?? formBoundsOf(document, cut, form, largeLayout);
      known.set(form, bounds);
      return bounds;
    };
  }, [document, cut, largeLayout]);
}

function formBoundsOf(
  document: ArchitectureDocument,
  cut: Cut,
  form: DrawingForm,
  largeLayout: LargeLayout | null,
): Box {
  const graph = graphOf(document, cut, form, new Set());
  const layout = layoutOf(graph, form, largeLayout);
  const boxes = placedBoxes(graph, layout, new Map());
  return boundsOf(boxes, applicationFrameOf(graph, boxes), layout.reach);
}

function reachOf({ from, control1, control2, to }: Curve): Box {
  const xs = [from.x, control1.x, control2.x, to.x];
  const ys = [from.y, control1.y, control2.y, to.y];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Replicas stand out to the upper right of their card, px. */
const ghostMargin = 9;

/** Of all that must be seen. `ways`: of calls among parts that were moved, around which they may lead. */
export function boundsOf(
  boxes: ReadonlyMap<string, Box>,
  applicationFrame: Box | null,
  reach: Box | undefined,
  ways: readonly Curve[] = [],
): Box {
  const all = [...boxes.values(), ...ways.map(reachOf)];
  if (applicationFrame !== null) all.push(applicationFrame);
  if (reach !== undefined) all.push(reach);
  const union = unionOf(all);
  return { ...union, width: union.width + ghostMargin };
}
