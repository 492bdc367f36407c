/**
 * What a task is doing. A task is one thread of control: a request's visit to
 * a unit, a branch of a fork, a message in a broker's log, the timer of a
 * hedged call, or an answer on its way back.
 */
export const TaskState = {
  free: 0,
  /** On the network, towards its unit. */
  inFlight: 1,
  /** In a replica's accept queue. */
  slotQueued: 2,
  /** Holds what it needs and goes on at this very instant. */
  ready: 3,
  coreQueued: 4,
  inCore: 5,
  /** Time passes without CPU. */
  waiting: 6,
  /** A call to another unit is under way. */
  calling: 7,
  /** Waits for its branches. */
  forked: 8,
  /** Sleeps before a retry. */
  backoff: 9,
  bulkheadQueued: 10,
  /** The answer is on the network, back to the caller. */
  responding: 11,
  /** A message whose consumer has no ready replica. */
  messageParked: 12,
  /** A message that its consumer works on. */
  messageDispatched: 13,
  /** A message that waits before it is delivered once more. */
  messageBackoff: 14,
  /** Will send the second copy of a hedged call. */
  hedgeTimer: 15,
  /** An event-loop visit that wants its slot back. */
  resumeQueued: 16,
  /** Lost on a link; whoever waits learns of it when the connection is given up. */
  lost: 17,
} as const;

/** States in which an event (or a place in the ready ring) still points to the task. */
export const hasPendingEvent: readonly boolean[] = [
  false, // free
  true, // inFlight
  false, // slotQueued
  true, // ready
  false, // coreQueued
  true, // inCore
  true, // waiting
  false, // calling
  false, // forked
  true, // backoff
  false, // bulkheadQueued
  true, // responding
  false, // messageParked
  false, // messageDispatched
  true, // messageBackoff
  true, // hedgeTimer
  false, // resumeQueued
  true, // lost
];

export const TaskFlag = {
  /** Some part of the answer came from a fallback. */
  degraded: 1,
  /** Its hops are shown. */
  sampled: 2,
  /** Its request arrived after the warm-up. */
  counted: 4,
  /** Gone, but something still points to it; freed when that comes up. */
  dead: 8,
  /** A branch of a fork (not the visit itself). */
  branch: 16,
  /** A copy of a call sent by a hedge timer. */
  hedge: 32,
  /** Holds a slot of its replica. */
  holdsSlot: 64,
  /** Has or had branches or hedge timers. */
  hasBranches: 128,
} as const;

/** Index of a result: 0 is a success, the others are `failureCauses[cause - 1]`. */
export const Cause = {
  none: 0,
  unavailable: 1,
  rejected: 2,
  timedOut: 3,
  circuitOpen: 4,
  error: 5,
  crashed: 6,
} as const;

export const causeCount = 7;

/** The low bits of an event's payload; the rest is a handle. */
export const EventKind = {
  /** Handle: task; 0 is written as no bits at all. */
  task: 0,
  /** Handle: journey. */
  arrival: 1,
  /** Handle: call edge whose oldest deadline has come. */
  deadline: 2,
  /** Handle: replica whose start-up is over. */
  replica: 3,
  /** Handle: index into the timeline. */
  timeline: 4,
  /** Handle: customer of a closed load. */
  customer: 5,
  /** Handle: unit whose autoscaler looks. */
  autoscaler: 6,
  /** Handle: replica whose memory may be full. */
  memory: 7,
  /** Handle: unit whose release goes on. */
  release: 8,
} as const;

export const eventKindBits = 4;

/** Draws of one attempt at one position; the salt of a random number is attempt × this + draw. */
export const Draw = {
  demand: 0,
  serialization: 8,
  requestDelay: 16,
  answerDelay: 20,
  chance: 24,
  error: 25,
  jitter: 26,
  balancer: 28,
  requestLoss: 30,
  answerLoss: 31,
} as const;

/** Keeps every salt below 2^26, where samples never share a draw; see distribution.ts. */
export const saltsPerAttempt = 64;

export const attemptMask = 0xfffff;
