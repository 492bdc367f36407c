/** How a pane shows its drawing: in which form, and which part of it. */
import { useReactFlow, useStore } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import { onDiagramRequest } from './diagram-request';
import { type DrawingForm, useFormBounds } from './drawing-form';
import { fitOf, openingOf } from './fit';
import type { Box, Point } from './layout/box';
import type { LargeLayout } from './layout/large-layout';

const paneMargin = 12;
/** Text of a drawing smaller than this is hard to read. */
const readableZoom = 0.85;
/** So is that of one in larger type. */
const readableBroadZoom = 0.68;
/** What larger type must gain on the screen to be worth its broader boxes. */
const broadGain = 1.1 / 1.25;
/** More units than these are looked at closely one after the other, in whatever type. */
const broadUnitsMax = 24;
/** Names and slots can be read from here on. */
const readableCompactZoom = 0.5;
/** A figure whose drawing would be smaller than this leaves parts out. */
const readableFigureZoom = 0.6;
/** A figure whose compact drawing would be smaller than this tells even less. */
const tinyBelowZoom = 0.45;
/** Only a pane with a side shorter than this, px, leaves parts out; in a larger one the reader can zoom. */
const smallPane = 360;

/** How much larger the page's type is than a browser's own 16 px; it changes with the size of the pane. */
function typeScaleOf({ document }: Window): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

/** The form in which text is largest; a smaller one only where nothing else can be read. */
export function useForm(
  document: ArchitectureDocument,
  cut: Cut,
  largeLayout: LargeLayout | null,
  isFigure: boolean,
): DrawingForm {
  const boundsIn = useFormBounds(document, cut, largeLayout);
  return useStore(({ width, height }) => {
    if (width === 0 || height === 0) return 'below';
    const zoomIn = (form: DrawingForm) => fitOf(boundsIn(form), width, height, paneMargin).zoom;
    const better = (below: DrawingForm, beside: DrawingForm) =>
      hasApplication(cut) && zoomIn(beside) > zoomIn(below) ? beside : below;
    const whole = better('below', 'beside');
    if (isFigure) return figureForm(whole, zoomIn);
    if (zoomIn(whole) >= readableZoom) return whole;
    const full = cut.units.length > broadUnitsMax ? whole : better('broadBelow', 'broadBeside');
    const isSmallPane = Math.min(width, height) < smallPane;
    if (isSmallPane && (full === whole || zoomIn(full) < readableBroadZoom)) {
      return zoomIn('compact') >= readableCompactZoom ? 'compact' : whole;
    }
    return zoomIn(full) > zoomIn(whole) * broadGain ? full : whole;
  });
}

function hasApplication({ deployment }: Cut): boolean {
  return (deployment.application ?? []).length > 0;
}

function figureForm(whole: DrawingForm, zoomIn: (form: DrawingForm) => number): DrawingForm {
  if (zoomIn(whole) >= readableFigureZoom * typeScaleOf(window)) return whole;
  return zoomIn('compact') < tinyBelowZoom ? 'tiny' : 'compact';
}

/**
 * Shows all of the drawing on opening and on resizing, until the reader has moved
 * it; of one too large to be read, the part around `entry`.
 */
export function useFittedViewport(bounds: Box, entry: Point, isFigure: boolean) {
  const { setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const isMovedByReader = useRef(false);
  const { x, y, width: boundsWidth, height: boundsHeight } = bounds;
  const place = useMemo(() => {
    const typeScale = isFigure ? typeScaleOf(window) : 1;
    const content = { x, y, width: boundsWidth, height: boundsHeight };
    return fitOf(content, width, height, paneMargin, typeScale);
  }, [x, y, boundsWidth, boundsHeight, width, height, isFigure]);
  const { x: entryX, y: entryY } = entry;
  const opening = useMemo(
    () => (isFigure ? place : openingOf(place, { x: entryX, y: entryY }, width, paneMargin)),
    [place, entryX, entryY, width, isFigure],
  );
  useLayoutEffect(() => {
    if (width > 0 && height > 0 && !isMovedByReader.current) setViewport(opening);
  }, [opening, width, height, setViewport]);
  const fit = useCallback(() => {
    isMovedByReader.current = opening !== place;
    setViewport(place);
  }, [opening, place, setViewport]);
  useEffect(() => onDiagramRequest('fit', fit), [fit]);
  const onMoveStart = useCallback((event: MouseEvent | TouchEvent | null) => {
    // Our own moves come without an event.
    if (event !== null) isMovedByReader.current = true;
  }, []);
  const keep = useCallback(() => {
    isMovedByReader.current = true;
  }, []);
  return { fit, keep, onMoveStart };
}
