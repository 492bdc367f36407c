/**
 * What the chosen requests go through, step by step, as it happens: rows that
 * `request-stories` reads. A *thread* is the life of one of their tasks. Only
 * kept when somebody asks for it; it never changes the run.
 */
import type { Cut } from '../../architecture/cut';
import type { ArchitectureDocument } from '../../architecture/document';
import type { EngineState } from '../engine/engine-state';
import { Cause, TaskFlag } from '../engine/task-state';

/** A log and the run that it belongs to. */
export interface TracedRun {
  readonly state: EngineState;
  readonly log: TraceLog;
  readonly document: ArchitectureDocument;
  readonly cut: Cut;
}

/** Which requests: one, or every `every`-th of each journey, the same customers in every deployment. */
export type TraceChoice =
  | { readonly journey: number; readonly number: number }
  | { readonly every: number };

/** From this instant on a thread … */
export const TraceStep = {
  /** … is there: a request at its unit, an attempt on the network, a branch at its first step. */
  begun: 0,
  /** … is at its unit; detail: the replica, counted from 1, 0 when none is ready. */
  reached: 1,
  /** … waits for a slot. */
  slotQueue: 2,
  /** … has its slot. */
  slot: 3,
  /** … is in an operation; place: its instruction. */
  operation: 4,
  /** … waits for a core; place: the instruction that computes. */
  coreQueue: 5,
  core: 6,
  wait: 7,
  /** … begins an attempt of a call; place: its guard, detail: retries before. */
  attempt: 8,
  bulkheadQueue: 9,
  /** … has been refused by its own breaker or bulkhead; detail: the cause. */
  refused: 10,
  /** … waits for answers. */
  calling: 11,
  /** … pauses before a retry; place: the guard. */
  pause: 12,
  /** … does without an answer. */
  fallback: 13,
  /** … waits for its branches. */
  fork: 14,
  /** … is done at its unit, and its answer leaves; detail: outcome. */
  answered: 15,
  /** … has been heard of by its caller, who stops waiting; detail: outcome. */
  heard: 16,
  /** … is no more. */
  over: 17,
} as const;

/** An outcome in place of a cause: some part of the answer came from a fallback. */
export const degradedOutcome = 8;

export const TraceRow = { timeMs: 0, thread: 1, step: 2, place: 3, detail: 4 } as const;
export const traceRowFields = 5;

export const ThreadKind = { request: 0, attempt: 1, branch: 2, hedge: 3, message: 4 } as const;

/** `parent`: the thread that set it going, −1 for none. */
export const ThreadField = { kind: 0, parent: 1, entry: 2, journey: 3, number: 4 } as const;
export const threadFields = 5;

/** With so many rows no further requests are taken in; those under way go on. */
const rowLimit = 2_000_000;
/** Nor are more rows than this kept at all. */
const rowLimitHard = 2 * rowLimit;

export class TraceLog {
  /** Columns of TraceRow, in the order of the run. */
  readonly rows: number[] = [];
  /** Columns of ThreadField. */
  readonly threads: number[] = [];
  /** Requests that there was no room for. */
  leftOut = 0;
  private readonly threadOf = new Map<number, number>();
  private hedging = -1;

  constructor(private readonly choice: TraceChoice) {}

  /** Whether the one that is asked for has come, and nothing is done for it any more. */
  get isOver(): boolean {
    return this.threads.length > 0 && this.threadOf.size === 0;
  }

  requestArrived(s: EngineState, task: number): void {
    if (!this.isChosen(s.journey[task], s.number[task])) return;
    if (this.rows.length >= rowLimit * traceRowFields) this.leftOut++;
    else this.open(s, task, ThreadKind.request, -1);
  }

  /** A task of a chosen request sets another one going. */
  spawned(s: EngineState, parent: number, task: number, kind: number): void {
    const thread = this.hedging >= 0 ? this.hedging : this.threadOf.get(parent);
    this.hedging = -1;
    if (thread !== undefined) this.open(s, task, kind, thread);
  }

  /** The next task is the copy of a call that this timer sends. */
  hedgeSent(timer: number): void {
    this.hedging = this.threadOf.get(timer) ?? -1;
  }

  note(s: EngineState, task: number, step: number, place = -1, detail = 0): void {
    const thread = this.threadOf.get(task);
    if (thread !== undefined) this.push(s.nowMs, thread, step, place, detail);
  }

  /** Notes a cause of failure, none, or that a part of the answer came from a fallback. */
  noteOutcome(s: EngineState, task: number, step: number, cause: number): void {
    const isDegraded = cause === Cause.none && (s.flags[task] & TaskFlag.degraded) !== 0;
    this.note(s, task, step, -1, isDegraded ? degradedOutcome : cause);
  }

  /** Another task carries a thread on. */
  handOver(task: number, heir: number): void {
    const thread = this.threadOf.get(task);
    if (thread === undefined) return;
    this.threadOf.delete(task);
    this.threadOf.set(heir, thread);
  }

  /** The task is no more, or only waits to be cleared away. */
  ended(s: EngineState, task: number): void {
    this.note(s, task, TraceStep.over);
    this.threadOf.delete(task);
  }

  private isChosen(journey: number, number: number): boolean {
    const { choice } = this;
    if ('every' in choice) return number % choice.every === 0;
    return choice.journey === journey && choice.number === number;
  }

  private open(s: EngineState, task: number, kind: number, parent: number): void {
    const thread = this.threads.length / threadFields;
    this.threads.push(kind, parent, s.entry[task], s.journey[task], s.number[task]);
    this.threadOf.set(task, thread);
    this.push(s.nowMs, thread, TraceStep.begun, -1, 0);
  }

  private push(timeMs: number, thread: number, step: number, place: number, detail: number): void {
    if (this.rows.length >= rowLimitHard * traceRowFields) return;
    this.rows.push(timeMs, thread, step, place, detail);
  }
}
