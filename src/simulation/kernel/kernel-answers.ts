/** What the engine does when the kernel asks for it, by Request. */
import type { EngineState } from '../engine/engine-state';
import { fork } from '../engine/interpreter';
import { deliverAnswer, noticeLoss } from '../resilience/answers';
import {
  callFailed,
  fireDeadlines,
  passGuard,
  sendAttempt,
  sendHedge,
  settleAttempt,
} from '../resilience/calls';
import { watchDeadline } from '../resilience/deadlines';
import { pickReplica } from '../service/balancer';
import { retireIfDrained } from '../service/replicas';
import { endBranch } from '../service/visits';
import { Request } from './layout';

type Answer = (s: EngineState, a: number, b: number, c: number, d: number) => unknown;

const answers: Record<Request, Answer> = {
  [Request.allocateTask]: (s) => s.allocateTask(),
  [Request.makeReady]: (s, task) => s.makeReady(task),
  [Request.growQueue]: (s) => s.queue.grow(),
  [Request.renumberQueue]: (s) => s.queue.renumber(),
  [Request.watchDeadline]: (s, attempt, edge) =>
    watchDeadline(s, attempt, edge, s.policies[edge]?.timeoutMs ?? 0),
  [Request.retireIfDrained]: retireIfDrained,
  [Request.endBranch]: endBranch,
  [Request.callFailed]: callFailed,
  [Request.passGuard]: passGuard,
  [Request.settleAttempt]: (s, attempt, cause) => settleAttempt(s, attempt, cause, true),
  [Request.sendAttempt]: sendAttempt,
  [Request.sendHedge]: sendHedge,
  [Request.deliverAnswer]: deliverAnswer,
  [Request.noticeLoss]: noticeLoss,
  [Request.fork]: fork,
  [Request.pickReplica]: pickReplica,
  [Request.requestCompleted]: (s, task) => s.arrivals.onCompleted(s, task),
  [Request.fireDeadlines]: fireDeadlines,
  [Request.arrivalDue]: (s, handle) => s.arrivals.onDue(s, handle),
};

export function answerRequest(
  s: EngineState,
  what: Request,
  a: number,
  b: number,
  c: number,
  d: number,
): number {
  return Number(answers[what](s, a, b, c, d) ?? 0);
}
