/** How a pane shows its drawing: in which form, and which part of it. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import { onDiagramRequest } from './diagram-request';
import { broadForm, type DrawingForm, useFormBounds, wholeForm } from './drawing-form';
import { fitOf, openingOf, paneMargin } from './fit';
import type { Box, Point } from './layout/box';
import type { LargeLayout } from './layout/large-layout';
import { useView, useViewState } from './view';

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
/** Only a pane with a side shorter than this, px, leaves parts out; in a larger one the reader can zoom. */
const smallPane = 360;

/** The form in which text is largest; a smaller one only where nothing else can be read. */
export function useForm(
  document: ArchitectureDocument,
  cut: Cut,
  largeLayout: LargeLayout | null,
): DrawingForm {
  const boundsIn = useFormBounds(document, cut, largeLayout);
  return useViewState(({ width, height }) => {
    if (width === 0 || height === 0) return 'below';
    const zoomIn = (form: DrawingForm) => fitOf(boundsIn(form), width, height, paneMargin).zoom;
    const whole = wholeForm(cut, zoomIn);
    if (zoomIn(whole) >= readableZoom) return whole;
    const full = cut.units.length > broadUnitsMax ? whole : broadForm(cut, zoomIn);
    const isSmallPane = Math.min(width, height) < smallPane;
    if (isSmallPane && (full === whole || zoomIn(full) < readableBroadZoom)) {
      return zoomIn('compact') >= readableCompactZoom ? 'compact' : whole;
    }
    return zoomIn(full) > zoomIn(whole) * broadGain ? full : whole;
  });
}

/**
 * Shows all of the drawing on opening and on resizing, until the reader has moved
 * it; of one too large to be read, the part around `entry`.
 */
export function useFittedViewport(bounds: Box, entry: Point) {
  const { setViewport } = useView();
  const width = useViewState((state) => state.width);
  const height = useViewState((state) => state.height);
  const isMovedByReader = useRef(false);
  const { x, y, width: boundsWidth, height: boundsHeight } = bounds;
  const place = useMemo(() => {
    const content = { x, y, width: boundsWidth, height: boundsHeight };
    return fitOf(content, width, height, paneMargin);
  }, [x, y, boundsWidth, boundsHeight, width, height]);
  const { x: entryX, y: entryY } = entry;
  const opening = useMemo(
    () => openingOf(place, { x: entryX, y: entryY }, width, paneMargin),
    [place, entryX, entryY, width],
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
