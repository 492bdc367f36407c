/** The view of one pane onto its drawing: React Flow keeps it on the page, a figure keeps its own. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ViewportPlace } from './fit';

export interface ViewState {
  /** Of the pane, CSS pixels; 0 until it has been measured. */
  readonly width: number;
  readonly height: number;
  /** How far the drawing is shifted, x and y in CSS pixels, and its zoom. */
  readonly transform: readonly [x: number, y: number, zoom: number];
}

export interface View {
  getState(): ViewState;
  /** Calls after every change; returns the way out. */
  subscribe(listener: () => void): () => void;
  setViewport(place: ViewportPlace): void;
}

export const ViewContext = createContext<View | null>(null);

export function useView(): View {
  const view = useContext(ViewContext);
  if (view === null) throw new Error('No ViewContext around this component.');
  return view;
}

/** What `select` reads from the view, a string, a number or a boolean; renders again when it has changed. */
export function useViewState<Value extends string | number | boolean>(
  select: (state: ViewState) => Value,
): Value {
  const view = useView();
  return useSyncExternalStore(view.subscribe, () => select(view.getState()));
}
