/** Which part of the drawing a pane shows when it shows all of it. */
import type { Box, Point } from './layout/box';

export interface ViewportPlace {
  x: number;
  y: number;
  zoom: number;
}

/** Around the drawing, px. */
export const paneMargin = 12;
export const zoomMin = 0.12;
export const zoomMax = 2.6;
/** A small drawing does not grow beyond this to fill a large pane. */
const fitZoomMax = 1.4;

/**
 * All of `content`, centred, with `margin` px of the pane around it. `typeScale`
 * is how much larger than usual the page's type is: the drawing may grow as much.
 */
export function fitOf(
  content: Box,
  width: number,
  height: number,
  margin: number,
  typeScale = 1,
): ViewportPlace {
  const zoom = Math.max(
    zoomMin,
    Math.min(
      Math.min(zoomMax, fitZoomMax * typeScale),
      (width - 2 * margin) / Math.max(1, content.width),
      (height - 2 * margin) / Math.max(1, content.height),
    ),
  );
  return {
    zoom,
    x: width / 2 - (content.x + content.width / 2) * zoom,
    y: height / 2 - (content.y + content.height / 2) * zoom,
  };
}

/** At this zoom names and figures of a drawing can be read. */
const openingZoom = 0.54;
/** From this zoom on a drawing opens as a whole. */
const wholeFromZoom = 0.3;

/** Where a drawing opens: as a whole (`fit`), or, if nothing could be read then, with its entry at the top. */
export function openingOf(
  fit: ViewportPlace,
  entry: Point,
  width: number,
  margin: number,
): ViewportPlace {
  if (fit.zoom >= wholeFromZoom) return fit;
  const zoom = openingZoom;
  return { zoom, x: width / 2 - entry.x * zoom, y: 2 * margin - entry.y * zoom };
}

/**
 * What is told at a zoom: `speck` the state alone; `far` name, state and one figure; `middle` slots and
 * queues; `near` percentiles, operations and replicas one by one.
 */
export type ZoomLevel = 'speck' | 'far' | 'middle' | 'near';

export function levelOf(zoom: number): ZoomLevel {
  if (zoom < wholeFromZoom) return 'speck';
  if (zoom < 0.55) return 'far';
  return zoom < 1.5 ? 'middle' : 'near';
}
