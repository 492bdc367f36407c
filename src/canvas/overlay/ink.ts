/** Shapes gathered by colour, so that each colour is filled once a picture. */
export class Ink {
  readonly #paths = new Map<string, Path2D>();

  /** The path of everything in this colour. */
  of(color: string): Path2D {
    const known = this.#paths.get(color);
    if (known !== undefined) return known;
    const path = new Path2D();
    this.#paths.set(color, path);
    return path;
  }

  fill(context: CanvasRenderingContext2D): void {
    for (const [color, path] of this.#paths) {
      context.fillStyle = color;
      context.fill(path);
    }
    this.#paths.clear();
  }

  stroke(context: CanvasRenderingContext2D): void {
    for (const [color, path] of this.#paths) {
      context.strokeStyle = color;
      context.stroke(path);
    }
    this.#paths.clear();
  }
}
