/** How a figure shows its drawing: in a form that can be read in its frame, and all of it. */
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import { type DrawingForm, useFormBounds, wholeForm } from './drawing-form';
import { fitOf, paneMargin } from './fit';
import type { Box } from './layout/box';
import type { LargeLayout } from './layout/large-layout';
import { useView, useViewState } from './view';

/** A figure whose drawing would be smaller than this leaves parts out; so does one smaller beside the page's type. */
const readableZoom = 0.85;
const readableBesideType = 0.6;
/** A figure whose compact drawing would be smaller than this tells even less. */
const tinyBelowZoom = 0.45;

/** How much larger the page's type is than a browser's own 16 px; it changes with the size of the frame. */
function typeScaleOf({ document }: Window): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

export function useFigureForm(
  document: ArchitectureDocument,
  cut: Cut,
  largeLayout: LargeLayout | null,
): DrawingForm {
  const boundsIn = useFormBounds(document, cut, largeLayout);
  return useViewState(({ width, height }) => {
    if (width === 0 || height === 0) return 'below';
    const zoomIn = (form: DrawingForm) => fitOf(boundsIn(form), width, height, paneMargin).zoom;
    const whole = wholeForm(cut, zoomIn);
    const least = Math.max(readableZoom, readableBesideType * typeScaleOf(window));
    if (zoomIn(whole) >= least) return whole;
    return zoomIn('compact') < tinyBelowZoom ? 'tiny' : 'compact';
  });
}

/** Shows all of the drawing on opening and on resizing, until the reader has moved it: `keep`. */
export function useFigureFit({ x, y, width: boundsWidth, height: boundsHeight }: Box) {
  const view = useView();
  const width = useViewState((state) => state.width);
  const height = useViewState((state) => state.height);
  const isMovedByReader = useRef(false);
  const place = useMemo(() => {
    const content = { x, y, width: boundsWidth, height: boundsHeight };
    return fitOf(content, width, height, paneMargin, typeScaleOf(window));
  }, [x, y, boundsWidth, boundsHeight, width, height]);
  useLayoutEffect(() => {
    if (width > 0 && height > 0 && !isMovedByReader.current) view.setViewport(place);
  }, [view, place, width, height]);
  const keep = useCallback(() => {
    isMovedByReader.current = true;
  }, []);
  return { keep };
}
