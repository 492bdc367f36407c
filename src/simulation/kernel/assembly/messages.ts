/** Messages in a broker's log: resilience/messages. */
import { Column, Whole } from '../layout';
import { launch } from './calls';
import { addTo, byteAt, count, nowMs, realAt, setByte, setShort, setWholeAt, shortAt, whole, wholeAt } from './memory';
import { scheduleTask } from './queue';
import { allocateTask, Cause, Flag, flagsOf, freeTask, newCallId, setState, State } from './tasks';
import { Integral, record, valueOf } from './totals';

const redeliveryMs: f64 = 1000;

/** The publisher is done as soon as the message is in the log. */
export function publish(publisher: i32, entry: i32): void {
  const message = allocateTask();
  setByte(Column.flags, message, flagsOf(publisher) & (Flag.sampled | Flag.counted));
  setShort(Column.journey, message, shortAt(Column.journey, publisher));
  setWholeAt(Column.number, message, wholeAt(Column.number, publisher));
  setWholeAt(Column.attempt, message, wholeAt(Column.attempt, publisher));
  setWholeAt(Column.entry, message, entry);
  setShort(Column.tries, message, 0);
  dispatch(message);
}

/** Sends a message to its consumer, or parks it where it waits. */
export function dispatch(message: i32): void {
  const entry = wholeAt(Column.entry, message);
  const unit = wholeAt(Column.entryUnit, entry);
  const edge = wholeAt(Column.entryEdge, entry);
  const broker = wholeAt(Column.callerUnit, edge);
  if (valueOf(broker, Integral.replicasReady) == 0) {
    park(message, broker);
    return;
  }
  if (!hasRoom(unit)) {
    park(message, unit);
    return;
  }
  addTo(Column.deliveries, unit, 1);
  if (flagsOf(message) & Flag.counted) {
    count(Column.callAttempts, edge);
    if (shortAt(Column.tries, message) > 0) count(Column.callRetries, edge);
  }
  setWholeAt(Column.callId, message, newCallId());
  setState(message, State.messageDispatched);
  launch(message, entry, shortAt(Column.tries, message));
}

/** The consumer has answered: done, or once more later. */
export function settleDelivery(attempt: i32, cause: i32): void {
  const message = wholeAt(Column.caller, attempt);
  const entry = wholeAt(Column.entry, message);
  const edge = wholeAt(Column.entryEdge, entry);
  const unit = wholeAt(Column.entryUnit, entry);
  const isFailure = cause != Cause.none;
  if (flagsOf(message) & Flag.counted) {
    if (isFailure) count(Column.callsFailed, edge);
    else count(Column.callOk, edge);
    record(whole(Whole.callLatency) + edge, nowMs() - realAt(Column.bornMs, attempt));
  }
  addTo(Column.deliveries, unit, -1);
  setWholeAt(Column.callId, message, 0);
  if (isFailure) {
    setShort(Column.tries, message, shortAt(Column.tries, message) + 1);
    setState(message, State.messageBackoff);
    scheduleTask(nowMs() + redeliveryMs, message);
  } else {
    freeTask(message);
  }
  unpark(unit);
}

/** Sends the messages that wait for this unit, as its consumer or its broker, while they can go. */
function unpark(unit: i32): void {
  for (let message = wholeAt(Column.parkedHead, unit); message >= 0 && isWanted(message, unit); message = wholeAt(Column.parkedHead, unit)) {
    const next = wholeAt(Column.next, message);
    setWholeAt(Column.parkedHead, unit, next);
    if (next < 0) setWholeAt(Column.parkedTail, unit, -1);
    dispatch(message);
  }
}

/** Whether what a message waits for at this unit has come. */
function isWanted(message: i32, unit: i32): bool {
  if (valueOf(unit, Integral.replicasReady) == 0) return false;
  const isConsumer = wholeAt(Column.entryUnit, wholeAt(Column.entry, message)) == unit;
  return !isConsumer || hasRoom(unit);
}

function park(message: i32, unit: i32): void {
  setState(message, State.messageParked);
  setWholeAt(Column.next, message, -1);
  const tail = wholeAt(Column.parkedTail, unit);
  if (tail >= 0) setWholeAt(Column.next, tail, message);
  else setWholeAt(Column.parkedHead, unit, message);
  setWholeAt(Column.parkedTail, unit, message);
}

function hasRoom(unit: i32): bool {
  const ready = valueOf(unit, Integral.replicasReady);
  if (byteAt(Column.isUnlimited, unit)) return ready > 0;
  return (wholeAt(Column.deliveries, unit) as f64) < ready * (wholeAt(Column.concurrency, unit) as f64);
}
