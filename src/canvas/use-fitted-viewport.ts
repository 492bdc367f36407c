/** How a pane shows its drawing: in which form, and which part of it. */
import { useReactFlow, useStore } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import { fitOf, openingOf } from './fit';
import { onFitRequest } from './fit-request';
import type { Box, Point } from './layout/box';
import type { LargeLayout } from './layout/large-layout';
import { type DrawingForm, useFormBounds } from './use-drawing';

const paneMargin = 12;
/** Text of a drawing smaller than this is hard to read. */
const readableZoom = 0.6;
/** A figure whose compact drawing would be smaller than this tells even less. */
const tinyBelowZoom = 0.5;
/** Only a pane with a side shorter than this, px, leaves parts out; in a larger one the reader can zoom. */
const smallPane = 360;

/** How much larger the page's type is than a browser's own 16 px; it changes with the size of the pane. */
function typeScaleOf({ document }: Window): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

/** The form in which text is largest; the compact one only where nothing else can be read. */
export function useForm(
  document: ArchitectureDocument,
  cut: Cut,
  largeLayout: LargeLayout | null,
  isFigure: boolean,
): DrawingForm {
  const boundsIn = useFormBounds(document, cut, largeLayout);
  return useStore(({ width, height }) => {
    if (width === 0 || height === 0) return 'below';
    const zoomOf = (form: DrawingForm) => fitOf(boundsIn(form), width, height, paneMargin).zoom;
    const hasBeside = (cut.deployment.application ?? []).length > 0;
    const whole = hasBeside && zoomOf('beside') > zoomOf('below') ? 'beside' : 'below';
    const isLegible = isFigure
      ? zoomOf(whole) >= readableZoom * typeScaleOf(window)
      : zoomOf(whole) >= readableZoom ||
        Math.min(width, height) >= smallPane ||
        zoomOf('compact') < readableZoom;
    if (isLegible) return whole;
    return isFigure && zoomOf('compact') < tinyBelowZoom ? 'tiny' : 'compact';
  });
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
  useEffect(() => onFitRequest(fit), [fit]);
  const onMoveStart = useCallback((event: MouseEvent | TouchEvent | null) => {
    // Our own moves come without an event.
    if (event !== null) isMovedByReader.current = true;
  }, []);
  const keep = useCallback(() => {
    isMovedByReader.current = true;
  }, []);
  return { fit, keep, onMoveStart };
}
