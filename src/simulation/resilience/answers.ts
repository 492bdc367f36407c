/** An answer reaches whoever asked, if they are still there. */
import type { EngineState } from '../engine/engine-state';
import { Cause, TaskState } from '../engine/task-state';
import { isAwaited, settleAttempt } from './calls';
import { unwatchDeadline } from './deadlines';
import { settleDelivery } from './messages';

/** The connection on which a request or an answer was lost is given up. */
export function noticeLoss(s: EngineState, attempt: number): void {
  s.cause[attempt] = Cause.timedOut;
  settle(s, attempt, false);
}

export function deliverAnswer(s: EngineState, attempt: number): void {
  settle(s, attempt, true);
}

function settle(s: EngineState, attempt: number, isAnswered: boolean): void {
  s.callTotals.inFlight[s.setup.program.entryEdge[s.entry[attempt]]]--;
  unwatchDeadline(s, attempt);
  if (isAwaited(s, attempt)) {
    const isMessage = s.state[s.caller[attempt]] === TaskState.messageDispatched;
    if (isMessage) settleDelivery(s, attempt, s.cause[attempt]);
    else settleAttempt(s, attempt, s.cause[attempt], isAnswered);
  }
  s.freeTask(attempt);
}
