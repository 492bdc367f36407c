/**
 * Messages in a broker's log. They are delivered at least once: a delivery that
 * fails is repeated after a pause. With no ready consumer, or no ready broker
 * to deliver them, they wait; the log outlives both. A consumer takes at most
 * as many at once as its ready replicas have slots.
 */
import type { EngineState } from '../engine/engine-state';
import { Cause, TaskFlag, TaskState } from '../engine/task-state';
import { ThreadKind, TraceStep } from '../measurement/trace-log';
import { Integral } from '../measurement/unit-totals';
import { launch } from './calls';

/** Pause before a message is delivered again, ms. */
export const redeliveryMs = 1000;

/** The publisher is done as soon as the message is in the log. */
export function publish(s: EngineState, publisher: number, entry: number): void {
  const message = s.allocateTask();
  s.flags[message] = s.flags[publisher] & (TaskFlag.sampled | TaskFlag.counted);
  s.journey[message] = s.journey[publisher];
  s.number[message] = s.number[publisher];
  s.attempt[message] = s.attempt[publisher];
  s.entry[message] = entry;
  s.tries[message] = 0;
  s.trace?.spawned(s, publisher, message, ThreadKind.message);
  dispatch(s, message);
}

/** Sends a message to its consumer, or parks it where it waits: for its broker, or for a consumer with room. */
export function dispatch(s: EngineState, message: number): void {
  const { program } = s;
  const entry = s.entry[message];
  const unit = program.entryUnit[entry];
  const edge = program.entryEdge[entry];
  const brokerUnit = s.setup.edgeCallerUnit[edge];
  if (s.unitTotals.value(brokerUnit, Integral.replicasReady) === 0) {
    park(s, message, brokerUnit);
    return;
  }
  if (!hasRoom(s, unit)) {
    park(s, message, unit);
    return;
  }
  s.deliveries[unit]++;
  if (s.flags[message] & TaskFlag.counted) {
    s.callTotals.attempts[edge]++;
    if (s.tries[message] > 0) s.callTotals.retries[edge]++;
  }
  s.observation?.attempted(edge);
  s.callId[message] = s.newCallId();
  s.state[message] = TaskState.messageDispatched;
  launch(s, message, entry, s.tries[message]);
}

/** The consumer has answered: done, or once more later. */
export function settleDelivery(s: EngineState, attempt: number, cause: number): void {
  const message = s.caller[attempt];
  const entry = s.entry[message];
  const edge = s.entryEdge[entry];
  const unit = s.entryUnit[entry];
  const isFailure = cause !== Cause.none;
  if (s.flags[message] & TaskFlag.counted) {
    if (isFailure) s.callTotals.failed[edge]++;
    else s.callTotals.ok[edge]++;
    s.callTotals.latency[edge].record(s.nowMs - s.bornMs[attempt]);
  }
  s.observation?.attemptEnded(edge, isFailure);
  s.trace?.noteOutcome(s, attempt, TraceStep.heard, cause);
  s.deliveries[unit]--;
  s.callId[message] = 0;
  if (isFailure) {
    s.tries[message]++;
    s.state[message] = TaskState.messageBackoff;
    s.scheduleTask(s.nowMs + redeliveryMs, message);
  } else {
    s.freeTask(message);
  }
  unpark(s, unit);
}

/** Sends the messages that wait for this unit, as its consumer or its broker, while they can go. */
export function unpark(s: EngineState, unit: number): void {
  while (s.parkedHead[unit] >= 0 && isWanted(s, s.parkedHead[unit], unit)) {
    const message = s.parkedHead[unit];
    s.parkedHead[unit] = s.next[message];
    if (s.parkedHead[unit] < 0) s.parkedTail[unit] = -1;
    dispatch(s, message);
  }
}

/** Whether what a message waits for at this unit has come. */
function isWanted(s: EngineState, message: number, unit: number): boolean {
  if (s.unitTotals.value(unit, Integral.replicasReady) === 0) return false;
  const isConsumer = s.entryUnit[s.entry[message]] === unit;
  return !isConsumer || hasRoom(s, unit);
}

function park(s: EngineState, message: number, unit: number): void {
  s.state[message] = TaskState.messageParked;
  s.next[message] = -1;
  if (s.parkedTail[unit] >= 0) s.next[s.parkedTail[unit]] = message;
  else s.parkedHead[unit] = message;
  s.parkedTail[unit] = message;
}

function hasRoom(s: EngineState, unit: number): boolean {
  const ready = s.unitTotals.value(unit, Integral.replicasReady);
  if (s.setup.units[unit].isUnlimited) return ready > 0;
  return s.deliveries[unit] < ready * s.concurrency[unit];
}
