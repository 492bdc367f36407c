/**
 * A figure's view of its drawing. The reader moves it as far as the page around leaves them the
 * hand: the wheel with Ctrl or ⌘, two fingers, a mouse that drags.
 */
import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type ViewportPlace, zoomMax, zoomMin } from './fit';
import type { View, ViewState } from './view';

export interface FigureMoves {
  /** The reader, and not the page, has begun to move it. */
  onStart(): void;
  onEnd(): void;
}

export class FigureView implements View {
  #state: ViewState = { width: 0, height: 0, transform: [0, 0, 1] };
  readonly #listeners = new Set<() => void>();
  readonly #zoom = zoom<HTMLElement, unknown>()
    .scaleExtent([zoomMin, zoomMax])
    .filter(isForFigure)
    .wheelDelta(wheelDelta);
  #pane: HTMLElement | null = null;

  readonly getState = (): ViewState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly setViewport = ({ x, y, zoom }: ViewportPlace): void => {
    if (this.#pane === null) return;
    this.#zoom.transform(select(this.#pane), zoomIdentity.translate(x, y).scale(zoom));
  };

  /** Begins to follow the size of `pane` and the reader's hand on it. Returns the way out. */
  attach(pane: HTMLElement, { onStart, onEnd }: FigureMoves): () => void {
    this.#pane = pane;
    this.#zoom
      .on('start', ({ sourceEvent }: FigureMove) => {
        if (sourceEvent) onStart();
      })
      .on('zoom', ({ transform }: FigureMove) => this.#move(transform))
      .on('end', onEnd);
    const selected = select(pane);
    selected.call(this.#zoom).on('dblclick.zoom', null);
    const measure = () => this.#set({ width: pane.clientWidth, height: pane.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(pane);
    return () => {
      observer.disconnect();
      selected.on('.zoom', null);
      this.#pane = null;
    };
  }

  #move({ x, y, k }: ZoomTransform): void {
    this.#set({ transform: [x, y, k] });
  }

  #set(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

type FigureMove = D3ZoomEvent<HTMLElement, unknown>;

/** The plain wheel and a single finger scroll the page. */
function isForFigure(event: WheelEvent | MouseEvent | TouchEvent): boolean {
  if ('touches' in event) return event.touches.length > 1;
  if (event.type === 'wheel') return event.ctrlKey || event.metaKey;
  return !event.ctrlKey && event.button <= 1;
}

const isMac = navigator.userAgent.includes('Mac');

/** Doublings of the zoom. A trackpad's pinch comes as a wheel with Ctrl, on a Mac in small steps. */
function wheelDelta({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const perStep = [0.002, 0.05, 1][deltaMode];
  return -deltaY * perStep * (ctrlKey && isMac ? 10 : 1);
}
