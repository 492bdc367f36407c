/**
 * Lets the kernel work on a run: the engine's columns stand in the kernel's memory meanwhile, and the engine
 * does what the kernel asks for. There is one kernel for all runs; each gives it up to the next that wants it.
 */
import type { EngineState } from '../engine/engine-state';
import { type Histogram, histogramGrowth } from '../measurement/histogram';
import { type Kernel, kernelThere } from './kernel';
import { answerRequest } from './kernel-answers';
import { type ColumnGroup, constantsOf, groupsOf, histogramsOf } from './kernel-columns';
import { KernelRegisters } from './kernel-registers';
import { policyTables, replicaTables, steadyRates } from './kernel-tables';
import { Column, Real, type Request } from './layout';
import { type SharedArray, SharedColumn } from './shared-memory';

/** A run with more tasks than this goes on without the kernel, whose memory never gets smaller. */
const taskCapacityMax = 65_536;

export class KernelRun {
  readonly #groups: readonly ColumnGroup[];
  readonly #histograms: readonly Histogram[];
  readonly #counts: readonly SharedColumn[];
  readonly #sums: readonly SharedColumn[];
  #kernel: Kernel | null = null;
  #registers = new KernelRegisters(new ArrayBuffer(1024));
  #structureChanges = -1;
  #histogramGrowth = -1;
  /** Done with the kernel for good. */
  #isOver = false;

  constructor(readonly s: EngineState) {
    this.#groups = groupsOf(s);
    this.#histograms = histogramsOf(s);
    this.#counts = this.#histograms.map((histogram) => new SharedColumn(histogram, 'counts'));
    this.#sums = this.#histograms.map((histogram) => new SharedColumn(histogram, 'sums'));
  }

  /**
   * Handles the events up to `untilMs` and before `boundaryMs`, until there have been `eventLimit` since the
   * run began, or one comes that is the engine's. Without a kernel: none.
   */
  run(untilMs: number, boundaryMs: number, eventLimit: number): void {
    if (this.#isOver) return;
    const kernel = this.#kernel ?? this.#enter();
    if (kernel === null) return;
    this.#write(kernel);
    const { reals } = this.#registersIn(kernel);
    reals[Real.untilMs] = untilMs;
    reals[Real.boundaryMs] = boundaryMs;
    reals[Real.eventLimit] = eventLimit;
    kernel.run();
    this.#registersIn(kernel).read(this.s);
    if (!this.#isTooLarge) return;
    this.leave();
    this.#isOver = true;
  }

  /** Gives the run its columns back. */
  leave(): void {
    if (this.#kernel === null) return;
    this.#kernel.shared.release();
    this.#kernel.owner = null;
    this.#kernel = null;
  }

  /** Does what the kernel asks for. */
  answer(kernel: Kernel, what: Request, a: number, b: number, c: number, d: number): number {
    this.#registersIn(kernel).read(this.s);
    const answer = answerRequest(this.s, what, a, b, c, d);
    this.#write(kernel);
    // The kernel ends with this event.
    if (this.#isTooLarge) this.#registersIn(kernel).reals[Real.eventLimit] = 0;
    return answer;
  }

  /** Records a value for which a histogram has no room yet. */
  recordOutside(kernel: Kernel, index: number, valueMs: number): void {
    this.#histograms[index].recordOutside(valueMs);
    this.#placeCounts(kernel, [index]);
  }

  get #isTooLarge(): boolean {
    return this.s.taskCapacity > taskCapacityMax;
  }

  #enter(): Kernel | null {
    const kernel = kernelThere();
    if (kernel === null) {
      this.#isOver = true;
      return null;
    }
    kernel.owner?.leave();
    kernel.owner = this;
    this.#kernel = kernel;
    const { shared } = kernel;
    for (const [column, array] of constantsOf(this.s)) this.#add(kernel, column, array);
    shared.place(this.#sums);
    this.#add(kernel, Column.histogramSums, addressesOf(this.#sums));
    for (const column of [Column.histogramCounts, Column.histogramLength, Column.histogramStart]) {
      this.#add(kernel, column, new Int32Array(this.#histograms.length));
    }
    this.#structureChanges = -1;
    this.#histogramGrowth = -1;
    this.#registersIn(kernel).writeConstants(this.s);
    return kernel;
  }

  /** Shows the kernel how the run stands. */
  #write(kernel: Kernel): void {
    if (this.#hasMoved()) this.#placeGroups(kernel);
    if (this.#histogramGrowth !== histogramGrowth.count) this.#placeStaleCounts(kernel);
    if (this.#structureChanges !== this.s.structureChanges) this.#writeStructure(kernel);
    this.#registersIn(kernel).write(this.s);
  }

  #hasMoved(): boolean {
    for (const group of this.#groups) if (group.first.isStale) return true;
    return false;
  }

  #placeGroups({ shared }: Kernel): void {
    const stale = this.#groups.filter(({ first }) => first.isStale);
    const columns = stale.flatMap((group) => group.columns);
    shared.place(columns.map(([, column]) => column));
    for (const [column, { address }] of columns) shared.columns[column] = address;
  }

  #placeStaleCounts(kernel: Kernel): void {
    this.#histogramGrowth = histogramGrowth.count;
    this.#placeCounts(
      kernel,
      this.#counts.flatMap(({ isStale }, index) => (isStale ? [index] : [])),
    );
  }

  #placeCounts({ shared }: Kernel, indices: readonly number[]): void {
    shared.place(indices.map((index) => this.#counts[index]));
    const addresses = shared.wholesIn(Column.histogramCounts, this.#counts.length);
    const lengths = shared.wholesIn(Column.histogramLength, this.#counts.length);
    const starts = shared.wholesIn(Column.histogramStart, this.#counts.length);
    for (const index of indices) {
      const { address, array } = this.#counts[index];
      addresses[index] = address;
      lengths[index] = array.length;
      starts[index] = this.#histograms[index].start;
    }
  }

  /** What changes rarely, and stands in objects. */
  #writeStructure(kernel: Kernel): void {
    const { s } = this;
    this.#structureChanges = s.structureChanges;
    const { from, counts, replicas } = replicaTables(s);
    const { kinds, timeoutsMs } = policyTables(s);
    this.#add(kernel, Column.replicasFrom, from);
    this.#add(kernel, Column.replicaCount, counts);
    this.#add(kernel, Column.replicas, replicas);
    this.#add(kernel, Column.policyKind, kinds);
    this.#add(kernel, Column.timeoutMs, timeoutsMs);
    this.#add(kernel, Column.steadyRate, steadyRates(s));
  }

  #add({ shared }: Kernel, column: Column, array: SharedArray): void {
    const address = shared.add(array);
    shared.columns[column] = address;
  }

  /** They move with the memory. */
  #registersIn({ shared: { buffer } }: Kernel): KernelRegisters {
    if (this.#registers.reals.buffer !== buffer) this.#registers = new KernelRegisters(buffer);
    return this.#registers;
  }
}

function addressesOf(columns: readonly SharedColumn[]): Int32Array {
  return Int32Array.from(columns, ({ address }) => address);
}

/** For a simulation that is to be done in the kernel. */
export function kernelRunOf(s: EngineState): KernelRun {
  return new KernelRun(s);
}
