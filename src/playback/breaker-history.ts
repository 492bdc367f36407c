/**
 * When the circuit breakers of one deployment stood open, kept in bounded memory. What is to come may be
 * taken in before anybody may see it.
 */
import { BreakerField, BreakerState, breakerFieldCount } from '../simulation/frame';

/** Changes beyond this many push out the oldest. */
const changeLimit = 4000;

export interface OpenCircuit {
  /** Index into `cutOf(…).edges`. */
  readonly edgeIndex: number;
  readonly fromMs: number;
  /** `null` as far as is known it still is. */
  readonly untilMs: number | null;
}

interface Change {
  atMs: number;
  edgeIndex: number;
  isOpen: boolean;
}

export class BreakerHistory {
  #changes: Change[] = [];
  #open: readonly OpenCircuit[] | null = null;
  /** What comes up to here may be seen, simulated ms. */
  #seenMs = Number.NEGATIVE_INFINITY;

  /** Takes the rows of a frame; those that are known already, from an earlier way through the run, are not taken again. */
  append(rows: Float64Array): void {
    this.foretell(rows);
    const last = rows.length - breakerFieldCount;
    if (last >= 0) this.reveal(rows[last + BreakerField.atMs]);
  }

  /** Takes rows that nobody is to see yet. */
  foretell(rows: Float64Array): void {
    const knownMs = this.#changes.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY;
    for (let at = 0; at < rows.length; at += breakerFieldCount) {
      const atMs = rows[at + BreakerField.atMs];
      if (atMs <= knownMs) continue;
      const isOpen = rows[at + BreakerField.state] >= BreakerState.halfOpen;
      this.#changes.push({ atMs, edgeIndex: rows[at + BreakerField.edgeIndex], isOpen });
      if (atMs <= this.#seenMs) this.#open = null;
    }
    if (this.#changes.length > changeLimit) this.#changes = this.#changes.slice(-changeLimit);
  }

  /** Shows what is kept up to an instant. */
  reveal(timeMs: number): void {
    const isNews = ({ atMs }: Change) => atMs > this.#seenMs && atMs <= timeMs;
    if (this.#changes.some(isNews)) this.#open = null;
    this.#seenMs = Math.max(this.#seenMs, timeMs);
  }

  /** Forgets what came after an instant. */
  cut(timeMs: number): void {
    this.#changes = this.#changes.filter(({ atMs }) => atMs <= timeMs);
    this.#seenMs = Math.min(this.#seenMs, timeMs);
    this.#open = null;
  }

  /** In the order in which they opened; the same object while nothing changes. */
  get openCircuits(): readonly OpenCircuit[] {
    this.#open ??= openCircuitsOf(this.#changes.filter(({ atMs }) => atMs <= this.#seenMs));
    return this.#open;
  }
}

function openCircuitsOf(changes: readonly Change[]): OpenCircuit[] {
  const circuits: OpenCircuit[] = [];
  const latest = new Map<number, number>();
  for (const { atMs, edgeIndex, isOpen } of changes) {
    const index = latest.get(edgeIndex);
    const isWithin = index !== undefined && circuits[index].untilMs === null;
    if (isOpen && !isWithin) {
      latest.set(edgeIndex, circuits.length);
      circuits.push({ edgeIndex, fromMs: atMs, untilMs: null });
    } else if (!isOpen && isWithin) {
      circuits[index] = { ...circuits[index], untilMs: atMs };
    }
  }
  return circuits;
}
