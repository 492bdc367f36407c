/**
 * Which task holds which slot of a replica, so that a picture can show the same
 * visit in the same cell for as long as it lasts. Free slots form a list inside
 * the array: −2 − (the next free slot), −1 at its end.
 */
export class SlotMap {
  private readonly tasks: Int32Array[] = [];
  private readonly freeHead: number[] = [];
  private readonly limits: number[] = [];

  /** A new or emptied replica with this many free slots. */
  reset(replica: number, slots: number): void {
    const tasks = new Int32Array(slots);
    for (let slot = 0; slot < slots; slot++) tasks[slot] = slot + 1 < slots ? -3 - slot : -1;
    this.tasks[replica] = tasks;
    this.freeHead[replica] = slots > 0 ? 0 : -1;
    this.limits[replica] = slots;
  }

  /** Another number of slots; those in use beyond it stay until they are given back. */
  resize(replica: number, slots: number): void {
    const before = this.tasks[replica];
    const tasks = new Int32Array(Math.max(slots, before.length)).fill(-1);
    tasks.set(before.map((task) => (task >= 0 ? task : -1)));
    this.tasks[replica] = tasks;
    this.limits[replica] = slots;
    this.freeHead[replica] = -1;
    for (let slot = slots - 1; slot >= 0; slot--) if (tasks[slot] < 0) this.free(replica, slot);
  }

  occupy(replica: number, task: number): number {
    const slot = this.freeHead[replica];
    const tasks = this.tasks[replica];
    const link = tasks[slot];
    this.freeHead[replica] = link === -1 ? -1 : -2 - link;
    tasks[slot] = task;
    return slot;
  }

  vacate(replica: number, slot: number): void {
    if (slot < this.limits[replica]) this.free(replica, slot);
    else this.tasks[replica][slot] = -1;
  }

  /** The task in a slot, negative when it is free. */
  taskAt(replica: number, slot: number): number {
    return this.tasks[replica][slot];
  }

  slotCount(replica: number): number {
    return this.limits[replica];
  }

  private free(replica: number, slot: number): void {
    const head = this.freeHead[replica];
    this.tasks[replica][slot] = head < 0 ? -1 : -2 - head;
    this.freeHead[replica] = slot;
  }
}
