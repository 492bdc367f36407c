/**
 * What the kernel shares with the engine, and where it finds it. Read by both languages, so it may say
 * nothing that only one of them knows.
 */

/** Columns; the address of each stands in the table of columns. Handles and units are those of the engine's own. */
export enum Column {
  // Tasks
  state,
  flags,
  cause,
  journey,
  pc,
  number,
  attempt,
  caller,
  replica,
  next,
  entry,
  sinceMs,
  bornMs,
  workMs,
  tries,
  callerCall,
  callId,
  outstanding,
  child,
  deadlinePrev,
  deadlineNext,
  // Replicas
  replicaState,
  replicaUnit,
  slotsFree,
  visitsInside,
  coresFree,
  slotHead,
  slotTail,
  slotQueued,
  resumeHead,
  resumeTail,
  coreHead,
  coreTail,
  coreQueued,
  replicaCpuFactor,
  hasReplicaFault,
  visitsEnded,
  visitsFailed,
  visitsMs,
  // Units
  isUnlimited,
  isEventLoop,
  balancer,
  acceptQueueLimit,
  coreSpeed,
  roundRobin,
  unitCpuFactor,
  concurrency,
  parkedHead,
  parkedTail,
  deliveries,
  /** Where a unit's replicas begin in `replicas`, and how many they are. */
  replicasFrom,
  replicaCount,
  replicas,
  // Modules
  slowFactor,
  errorRate,
  // Call edges
  /** Of PolicyKind. */
  policyKind,
  /** Of its policy, ms; 0: none. */
  timeoutMs,
  linkAddMs,
  linkLoss,
  deadlineHead,
  deadlineTail,
  deadlineArmedMs,
  // Totals
  integrals,
  slotsAtOnce,
  coresAtOnce,
  answered,
  rejected,
  slotQueueMax,
  coreQueueMax,
  journeyArrivals,
  journeyOk,
  journeyDegraded,
  withinSlo,
  journeyFailed,
  callAttempts,
  callRetries,
  callOk,
  callsFailed,
  callsInFlight,
  // Open load
  nextArrivalMs,
  hazard,
  hazardFromMs,
  arrivalCount,
  /** Arrivals per ms, 0 where that changes. */
  steadyRate,
  // Program
  op,
  a,
  b,
  position,
  module,
  entryPc,
  entryEdge,
  entryUnit,
  entryPosition,
  entryIsRemote,
  chances,
  firstWorkPc,
  firstWorkDistribution,
  firstWorkDraw,
  journeyKeys,
  sloMs,
  /** By edge: the unit that calls, −1 for the customers. */
  callerUnit,
  // Distributions
  distributionKind,
  distributionFirst,
  distributionSecond,
  // Pending events, and tasks that go on at this instant
  times,
  keys,
  ring,
  // Histograms: addresses of their sums and counts, how many counts, and their first bucket
  histogramSums,
  histogramCounts,
  histogramLength,
  histogramStart,
}

/** Single numbers with a fraction, or large ones. */
export enum Real {
  nowMs,
  /** Events up to here are handled, and none at or after `boundaryMs`. */
  untilMs,
  boundaryMs,
  warmupMs,
  events,
  eventLimit,
  poppedMs,
  // Of logarithm.ts and exponential.ts
  ln2High,
  ln2Low,
  stepHigh,
  stepLow,
  stepsPerUnit,
}

/** Single whole numbers. */
export enum Whole {
  taskHigh,
  taskFreeHead,
  taskCapacity,
  taskLimit,
  hasCalls,
  hasDeadlines,
  nextCallId,
  first,
  ringHead,
  ringCount,
  ringLength,
  queueLength,
  queueCapacity,
  hasHole,
  nextSequence,
  isStopped,
  digestHigh,
  digestLow,
  hasWindows,
  windowArrivals,
  windowOk,
  windowDegraded,
  windowFailed,
  windowInFlight,
  /** Whether a log wants to know what becomes of every request. */
  hasRequests,
  hasLatency,
  isNetworkFree,
  hasLinkFaults,
  hasServiceFaults,
  hasRelease,
  hasSerialization,
  /** Handles of distributions. */
  serialization,
  latency,
  isClosed,
  isOpen,
  /** The first histogram of each kind. */
  coreWaits,
  journeyLatency,
  callLatency,
  windowLatency,
}

/** What a caller does about its callee, as far as the kernel looks. */
export enum PolicyKind {
  none,
  /** At most a timeout, retries without a budget, a fallback. */
  unguarded,
  guarded,
  /** Guarded, and hedged. */
  hedged,
}

/** What the engine is asked to do in the kernel's place. */
export enum Request {
  allocateTask,
  makeReady,
  growQueue,
  renumberQueue,
  watchDeadline,
  retireIfDrained,
  endBranch,
  callFailed,
  passGuard,
  settleAttempt,
  sendAttempt,
  sendHedge,
  deliverAnswer,
  noticeLoss,
  fork,
  pickReplica,
  requestCompleted,
  fireDeadlines,
  arrivalDue,
}

// Addresses
export const wholesAt = 256;
export const columnsAt = 512;
/** Rows of three: reciprocal, and its logarithm's high and low part. */
export const logarithmsAt = 1024;
/** Rows of two: a power of two, high and low part. */
export const powersAt = 5184;
/** Behind all that has a place of its own. */
export const arenaAt = 7232;
