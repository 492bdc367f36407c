import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { onDiagramRequest } from './diagram-request';
import { fitOf, openingOf, paneMargin } from './fit';
import type { Box, Point } from './layout/box';
import { useView, useViewState } from './view';

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
