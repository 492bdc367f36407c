/**
 * Timeouts. Each edge has a list of its attempts in order of their deadlines
 * (a constant timeout keeps them in order as they are sent); only the head of
 * the list has an event in the queue. An answered attempt leaves the list and
 * never costs a stale event.
 */
import type { EngineState } from '../engine/engine-state';
import { noDeadline } from '../engine/task-columns';
import { EventKind } from '../engine/task-state';

export function watchDeadline(
  s: EngineState,
  attempt: number,
  edge: number,
  timeoutMs: number,
): void {
  if (!s.hasDeadlines) s.keepDeadlines();
  const tail = s.deadlineTail[edge];
  s.deadlinePrev[attempt] = tail;
  s.deadlineNext[attempt] = -1;
  if (tail >= 0) s.deadlineNext[tail] = attempt;
  else s.deadlineHead[edge] = attempt;
  s.deadlineTail[edge] = attempt;
  if (s.deadlineArmedMs[edge] === Infinity) armDeadline(s, edge, timeoutMs);
}

/** Schedules the event for the head of the edge's list, if there is one. */
export function armDeadline(s: EngineState, edge: number, timeoutMs: number): void {
  const head = s.deadlineHead[edge];
  if (head < 0) {
    s.deadlineArmedMs[edge] = Infinity;
    return;
  }
  const deadlineMs = Math.max(s.nowMs, s.bornMs[head] + timeoutMs);
  s.deadlineArmedMs[edge] = deadlineMs;
  s.schedule(deadlineMs, EventKind.deadline, edge);
}

export function unwatchDeadline(s: EngineState, attempt: number): void {
  if (!s.hasDeadlines) return;
  const previous = s.deadlinePrev[attempt];
  if (previous === noDeadline) return;
  const edge = s.entryEdge[s.entry[attempt]];
  const next = s.deadlineNext[attempt];
  if (previous >= 0) s.deadlineNext[previous] = next;
  else s.deadlineHead[edge] = next;
  if (next >= 0) s.deadlinePrev[next] = previous;
  else s.deadlineTail[edge] = previous;
  s.deadlinePrev[attempt] = noDeadline;
}

/** Another task carries on an attempt and takes over its deadline. */
export function handDeadlineOver(s: EngineState, attempt: number, heir: number): void {
  if (!s.hasDeadlines) return;
  const previous = s.deadlinePrev[attempt];
  if (previous === noDeadline) return;
  const edge = s.entryEdge[s.entry[attempt]];
  const next = s.deadlineNext[attempt];
  s.deadlinePrev[heir] = previous;
  s.deadlineNext[heir] = next;
  if (previous >= 0) s.deadlineNext[previous] = heir;
  else s.deadlineHead[edge] = heir;
  if (next >= 0) s.deadlinePrev[next] = heir;
  else s.deadlineTail[edge] = heir;
  s.deadlinePrev[attempt] = noDeadline;
}

/** Whether the deadline of an attempt has come, or comes at this instant. */
export function isOverdue(s: EngineState, attempt: number, timeoutMs: number): boolean {
  if (!s.hasDeadlines) return false;
  const isListed = s.deadlinePrev[attempt] !== noDeadline;
  return isListed && s.bornMs[attempt] + timeoutMs <= s.nowMs;
}

/** Takes the next attempt off the edge's list whose deadline has come; −1 when there is none. */
export function takeExpired(s: EngineState, edge: number, timeoutMs: number): number {
  const head = s.deadlineHead[edge];
  if (head < 0 || s.bornMs[head] + timeoutMs > s.nowMs) return -1;
  unwatchDeadline(s, head);
  return head;
}
