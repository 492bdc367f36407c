/**
 * The run loop's hot part in WebAssembly: what engine/simulation does with the events of tasks, arrivals and
 * deadlines, on the engine's own columns. It says nothing of its own: whatever is rare it asks the engine to
 * do, and for the events that it does not know it returns.
 */
import { Column, PolicyKind, Real, Request, Whole } from '../layout';
import { request } from './engine';
import { resume } from './interpreter';
import { exponential } from './luck';
import { byteAt, nowMs, real, realAt, setReal, setRealAt, setWholeAt, whole, wholeAt } from './memory';
import { peekPayload, peekTimeMs, pop, schedule } from './queue';
import { armDeadline, EventKind, takeReady } from './tasks';
import { newRequest } from './visits';

/** Handles events up to `untilMs`, up to the event limit, or up to one that is the engine's. */
export function run(): void {
  while (!whole(Whole.isStopped)) {
    const timeMs = peekTimeMs();
    if (timeMs > real(Real.untilMs) || timeMs >= real(Real.boundaryMs)) return;
    if (real(Real.events) >= real(Real.eventLimit)) return;
    const payload = peekPayload();
    const kind = payload & 15;
    if (kind > EventKind.deadline && kind != EventKind.customer) return;
    pop();
    setReal(Real.poppedMs, timeMs);
    setReal(Real.nowMs, timeMs);
    setReal(Real.events, real(Real.events) + 1);
    const handle = payload >> 4;
    if (kind == EventKind.task) resume(handle);
    else if (kind == EventKind.deadline) fireDeadlines(handle);
    else if (whole(Whole.isOpen)) onArrival(handle);
    else request(Request.arrivalDue, handle);
    for (let task = takeReady(); task >= 0; task = takeReady()) resume(task);
  }
}

/** The next customer of a journey comes: traffic/open-arrivals. */
@inline function onArrival(journey: i32): void {
  const rate = realAt(Column.steadyRate, journey);
  if (!(rate > 0)) {
    request(Request.arrivalDue, journey);
    return;
  }
  // A change of rate leaves the event of the old time behind.
  if (nowMs() != realAt(Column.nextArrivalMs, journey)) return;
  const number = wholeAt(Column.arrivalCount, journey);
  setWholeAt(Column.arrivalCount, journey, number + 1);
  const hazard = exponential(wholeAt(Column.journeyKeys, journey), number + 1, -1, 0);
  setRealAt(Column.hazard, journey, hazard);
  setRealAt(Column.hazardFromMs, journey, nowMs());
  const nextMs = nowMs() + hazard / rate;
  setRealAt(Column.nextArrivalMs, journey, nextMs);
  if (nextMs < Infinity) schedule(nextMs, EventKind.arrival, journey);
  newRequest(journey, number);
}

/** The deadline of an edge's oldest attempt has come: resilience/calls. */
@inline function fireDeadlines(edge: i32): void {
  // A policy that was switched leaves the event of the old one behind.
  if (byteAt(Column.policyKind, edge) == PolicyKind.none || realAt(Column.deadlineArmedMs, edge) != nowMs()) return;
  const timeoutMs = realAt(Column.timeoutMs, edge);
  const head = wholeAt(Column.deadlineHead, edge);
  if (head < 0 || realAt(Column.bornMs, head) + timeoutMs > nowMs()) armDeadline(edge, timeoutMs);
  else request(Request.fireDeadlines, edge);
}
