/** Numbers by cost, the cheapest first. */
export class MinHeap {
  readonly #items: number[] = [];
  readonly #costs: number[] = [];

  push(item: number, cost: number): void {
    let at = this.#items.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#costs[parent] <= cost) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#items[at] = item;
    this.#costs[at] = cost;
  }

  pop(): number | undefined {
    const first = this.#items[0];
    const item = this.#items.pop();
    const cost = this.#costs.pop();
    if (item === undefined || cost === undefined || this.#items.length === 0) return first;
    const length = this.#items.length;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && this.#costs[child + 1] < this.#costs[child]) child += 1;
      if (this.#costs[child] >= cost) break;
      this.#move(child, at);
      at = child;
    }
    this.#items[at] = item;
    this.#costs[at] = cost;
    return first;
  }

  #move(from: number, to: number): void {
    this.#items[to] = this.#items[from];
    this.#costs[to] = this.#costs[from];
  }
}
