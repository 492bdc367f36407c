/**
 * A thread of a traced request while its rows are read: which spans it has
 * open, and what passes its time.
 */
import type { PartKind, Span, SpanOutcome } from '../span';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface OpenSpan extends Writable<Omit<Span, 'parts'>> {
  parts: Writable<Span['parts'][number]>[];
  isOpen: boolean;
  isDegraded: boolean;
}

export interface Thread {
  kind: number;
  parent: Thread | null;
  entry: number;
  journey: number;
  number: number;
  /** The spans of the request that it belongs to. */
  spans: OpenSpan[];
  /** The attempt that it is; of a hedge timer, the copy that it prepares. */
  call: OpenSpan | null;
  /** Visit, branch or message; `null` before there is one. */
  base: OpenSpan | null;
  operations: { span: OpenSpan; end: number }[];
  /** The attempt that it makes and has not sent. */
  attempt: OpenSpan | null;
  /** The attempts of its call that are under way. */
  sent: OpenSpan[];
  /** The hedged copies that a timer has made, the deliveries of a message. */
  copies: number;
  part: { span: OpenSpan; kind: PartKind; startMs: number } | null;
}

/** Where a thread is: in its innermost operation, else in its visit or branch. */
export function innermost(thread: Thread): OpenSpan {
  const span = thread.operations.at(-1)?.span ?? thread.base;
  if (!span) throw new Error('A request works before it is at its unit.');
  return span;
}

export function startPart(thread: Thread, span: OpenSpan, kind: PartKind, startMs: number): void {
  thread.part = { span, kind, startMs };
}

export function endPart(thread: Thread, endMs: number): void {
  if (thread.part === null) return;
  const { span, kind, startMs } = thread.part;
  thread.part = null;
  if (endMs > startMs) span.parts.push({ kind, startMs, endMs });
}

/** Ends the operations whose last instruction lies behind. */
export function leaveOperations(thread: Thread, place: number, timeMs: number): void {
  for (let last = thread.operations.at(-1); last; last = thread.operations.at(-1)) {
    if (place < last.end) return;
    thread.operations.pop();
    close(last.span, timeMs, last.span.isDegraded ? 'degraded' : 'ok');
  }
}

export function endVisit(thread: Thread, timeMs: number, outcome: SpanOutcome | null): void {
  const isGood = outcome === 'ok' || outcome === 'degraded';
  for (const { span } of thread.operations.splice(0)) {
    const good = span.isDegraded ? 'degraded' : 'ok';
    close(span, timeMs, isGood ? good : outcome);
  }
  if (thread.base?.isOpen) close(thread.base, timeMs, outcome);
  if (thread.attempt !== null) close(thread.attempt, timeMs, null);
  thread.attempt = null;
  stopWaiting(thread, timeMs);
}

export function stopWaiting(thread: Thread, timeMs: number): void {
  for (const call of thread.sent.splice(0)) if (call.isOpen) close(call, timeMs, null);
}

export function close(span: OpenSpan, endMs: number, outcome: SpanOutcome | null): void {
  span.endMs = endMs;
  span.outcome = outcome;
  span.isOpen = false;
}
