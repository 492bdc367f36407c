/** A queue of numbered things from which the nearest comes first (a binary heap); those as near come in any, always the same, order. */
export class NearestFirst {
  /** How far away what was taken out last is. */
  distance = 0;
  readonly #distances: number[] = [];
  readonly #things: number[] = [];

  push(distance: number, thing: number): void {
    let at = this.#things.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#distances[parent] <= distance) break;
      this.#put(at, this.#distances[parent], this.#things[parent]);
      at = parent;
    }
    this.#put(at, distance, thing);
  }

  pop(): number | null {
    const nearest = this.#things[0];
    const distance = this.#distances.pop();
    const thing = this.#things.pop();
    if (distance === undefined || thing === undefined) return null;
    const count = this.#things.length;
    if (count === 0) {
      this.distance = distance;
      return thing;
    }
    this.distance = this.#distances[0];
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && this.#distances[child + 1] < this.#distances[child]) child += 1;
      if (this.#distances[child] >= distance) break;
      this.#put(at, this.#distances[child], this.#things[child]);
      at = child;
    }
    this.#put(at, distance, thing);
    return nearest;
  }

  #put(at: number, distance: number, thing: number): void {
    this.#distances[at] = distance;
    this.#things[at] = thing;
  }
}
