/** An answer reaches whoever asked: resilience/answers. */
import { Column, PolicyKind, Request } from '../layout';
import { settleAttempt } from './calls';
import { request } from './engine';
import { addTo, byteAt, realAt, wholeAt } from './memory';
import { settleDelivery } from './messages';
import { freeTask, isAwaited, isOverdue, State, stateOf, unwatchDeadline } from './tasks';

export function deliverAnswer(attempt: i32): void {
  const edge = wholeAt(Column.entryEdge, wholeAt(Column.entry, attempt));
  if (byteAt(Column.policyKind, edge) != PolicyKind.none && isOverdue(attempt, realAt(Column.timeoutMs, edge))) {
    request(Request.deliverAnswer, attempt);
    return;
  }
  addTo(Column.callsInFlight, edge, -1);
  unwatchDeadline(attempt);
  if (isAwaited(attempt)) {
    const cause = byteAt(Column.cause, attempt);
    if (stateOf(wholeAt(Column.caller, attempt)) == State.messageDispatched) settleDelivery(attempt, cause);
    else settleAttempt(attempt, cause);
  }
  freeTask(attempt);
}
