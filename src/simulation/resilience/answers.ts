/** An answer reaches whoever asked, if they are still there. */
import type { EngineState } from '../engine/engine-state';
import { Cause, TaskFlag, TaskState } from '../engine/task-state';
import { expireAttempts, isAwaited, settleAttempt } from './calls';
import { isOverdue, unwatchDeadline } from './deadlines';
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
  const edge = s.entryEdge[s.entry[attempt]];
  const policy = s.policies[edge];
  // The deadline was set at the send: at the same instant it comes before the answer.
  if (policy !== null && isOverdue(s, attempt, policy.timeoutMs)) {
    expireAttempts(s, edge, policy);
    if (s.flags[attempt] & TaskFlag.dead) {
      s.freeTask(attempt);
      return;
    }
  }
  s.callTotals.inFlight[edge]--;
  unwatchDeadline(s, attempt);
  if (isAwaited(s, attempt)) {
    const isMessage = s.state[s.caller[attempt]] === TaskState.messageDispatched;
    if (isMessage) settleDelivery(s, attempt, s.cause[attempt]);
    else settleAttempt(s, attempt, s.cause[attempt], isAnswered);
  }
  s.freeTask(attempt);
}
