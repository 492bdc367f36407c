/**
 * A cut changes what a diagram shows, not how: the form that it had stays until its pane gets another
 * size, or the layout gets its parts back. The first cut makes another deployment, with a pane of its own.
 */
import type { DrawingForm } from './drawing-form';
import type { Size } from './measures';

interface Shown {
  form: DrawingForm;
  room: Size;
}

/** By deployment id: what is on the page, and what was when it was cut. */
const shown = new Map<string, Shown>();
const held = new Map<string, Shown & { isPlaced: boolean }>();

/** Until the returned function is called. */
export function rememberForm(deploymentId: string, form: DrawingForm, room: Size): () => void {
  const own = { form, room };
  shown.set(deploymentId, own);
  return () => void (shown.get(deploymentId) === own && shown.delete(deploymentId));
}

/** `isPlaced`: whether the cut gave its parts places. */
export function holdForm(beforeId: string, afterId: string, isPlaced: boolean): void {
  const before = shown.get(beforeId);
  if (before !== undefined) held.set(afterId, { ...before, isPlaced });
}

export function formHeldBy(
  deploymentId: string,
  room: Size,
  isPlaced: boolean,
): DrawingForm | undefined {
  const known = held.get(deploymentId);
  const isSame =
    known?.room.width === room.width &&
    known.room.height === room.height &&
    known.isPlaced === isPlaced;
  return isSame ? known.form : undefined;
}
