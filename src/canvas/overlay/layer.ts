/** A canvas over the graph that follows the pane's size and the drawing's place in it. */
import type { Box } from '../layout/box';

export interface LayerView {
  x: number;
  y: number;
  zoom: number;
}

/** Finer than this nobody sees, and each step costs a quarter more pixels. */
const pixelRatioMax = 2;

export class Layer {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  #pixelRatio = 1;
  #isBlank = true;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
  }

  /** Size of the pane in CSS pixels. Wipes the layer. */
  resize(width: number, height: number): void {
    this.#pixelRatio = Math.min(pixelRatioMax, window.devicePixelRatio || 1);
    this.#canvas.width = Math.round(width * this.#pixelRatio);
    this.#canvas.height = Math.round(height * this.#pixelRatio);
    this.#isBlank = true;
  }

  /** What of the drawing lies within the pane, in px of the drawing. */
  sight({ x, y, zoom }: LayerView): Box {
    const scale = this.#pixelRatio * zoom;
    const { width, height } = this.#canvas;
    return { x: -x / zoom, y: -y / zoom, width: width / scale, height: height / scale };
  }

  clear(): void {
    if (this.#context === null || this.#isBlank) return;
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.#isBlank = true;
  }

  /** Clears the layer and hands out its context in px of the drawing; `null` where the browser gives none. */
  begin({ x, y, zoom }: LayerView): CanvasRenderingContext2D | null {
    this.clear();
    const ratio = this.#pixelRatio;
    this.#context?.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
    this.#isBlank = false;
    return this.#context;
  }
}
