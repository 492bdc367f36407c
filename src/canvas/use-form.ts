/** In which form a diagram is drawn: the one that its pane has room for, and through a cut the one it had. */
import { useEffect, useMemo } from 'react';
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import { broadForm, type DrawingForm, useFormBounds, wholeForm } from './drawing-form';
import { fitOf, paneMargin } from './fit';
import { formHeldBy, rememberForm } from './held-form';
import type { LargeLayout } from './layout/large-layout';
import type { Size } from './measures';

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

export interface FormInput {
  document: ArchitectureDocument;
  cut: Cut;
  largeLayout: LargeLayout | null;
  /** Of the pane, also where a note lies beside the drawing for a while; 0 × 0 until it is measured. */
  room: Size;
  /** Whether parts have been given places. */
  isPlaced: boolean;
}

export function useForm({ document, cut, largeLayout, room, isPlaced }: FormInput): DrawingForm {
  const boundsIn = useFormBounds(document, cut, largeLayout);
  const { id } = cut.deployment;
  const { width, height } = room;
  const form = useMemo(() => {
    if (width === 0 || height === 0) return 'below';
    const zoomIn = (wanted: DrawingForm) => fitOf(boundsIn(wanted), width, height, paneMargin).zoom;
    return (
      formHeldBy(id, { width, height }, isPlaced) ?? largestForm(cut, { width, height }, zoomIn)
    );
  }, [boundsIn, cut, id, width, height, isPlaced]);
  useEffect(() => rememberForm(id, form, { width, height }), [id, form, width, height]);
  return form;
}

/** The form in which text is largest; a smaller one only where nothing else can be read. */
function largestForm(
  cut: Cut,
  { width, height }: Size,
  zoomIn: (form: DrawingForm) => number,
): DrawingForm {
  const whole = wholeForm(cut, zoomIn);
  if (zoomIn(whole) >= readableZoom) return whole;
  const full = cut.units.length > broadUnitsMax ? whole : broadForm(cut, zoomIn);
  const isSmallPane = Math.min(width, height) < smallPane;
  if (isSmallPane && (full === whole || zoomIn(full) < readableBroadZoom)) {
    return zoomIn('compact') >= readableCompactZoom ? 'compact' : whole;
  }
  return zoomIn(full) > zoomIn(whole) * broadGain ? full : whole;
}
