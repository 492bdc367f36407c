export type Shape = (path: CanvasPath, x: number, y: number, radius: number) => void;

/** How the requests of one journey look. */
export interface DotLook {
  readonly color: string;
  readonly shape: Shape;
}

/**
 * Dots gathered by journey. Each is filled by itself: one path of hundreds of
 * circles takes nearly twice as long to fill, since its edges reach across the
 * whole picture.
 */
export class Dots {
  /** By journey: x and y in turn. */
  readonly #places: number[][] = [];

  add(journey: number, x: number, y: number): void {
    let places = this.#places[journey];
    if (places === undefined) {
      places = [];
      this.#places[journey] = places;
    }
    places.push(x, y);
  }

  fill(
    context: CanvasRenderingContext2D,
    radius: number,
    lookOf: (journey: number) => DotLook,
  ): void {
    this.#places.forEach((places, journey) => {
      const { color, shape } = lookOf(journey);
      context.fillStyle = color;
      for (let at = 0; at < places.length; at += 2) {
        context.beginPath();
        shape(context, places[at], places[at + 1], radius);
        context.fill();
      }
      places.length = 0;
    });
  }
}
