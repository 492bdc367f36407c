/**
 * What a watcher sees of one deployment at one instant, as flat columns that
 * travel from the worker to the page without being copied. Rows are in the
 * order of the deployment's units, its replicas (unit by unit), its slots
 * (replica by replica), `cutOf(document, deploymentId).edges` and the
 * document's journeys.
 */

/** One row per unit in `DeploymentFrame.units`. */
export const UnitField = {
  replicaCount: 0,
  readyReplicas: 1,
  slotsTotal: 2,
  slotsBusy: 3,
  slotQueueLength: 4,
  slotQueueLimit: 5,
  coresTotal: 6,
  coresBusy: 7,
  coreQueueLength: 8,
  /** Recent (see recentWindowMs) share of the ready replicas' cores in use, 0 to 1. */
  coreUtilization: 9,
  /** Recent share of the ready replicas' slots in use, 0 to 1. */
  slotUtilization: 10,
  /** Recent response time of a visit at this unit (wait + service), ms; NaN where nothing was answered. */
  responseMsP99: 11,
  /** Recent visits answered per second. */
  throughputPerSecond: 12,
  /** Recent share of visits that failed, 0 to 1; NaN where none ended. */
  failureRate: 13,
  /** Recent visits turned away at the door (accept queue full), per second. */
  rejectedPerSecond: 14,
  /** As `responseMsP99`. */
  responseMsP50: 15,
  responseMsP95: 16,
  /** How many replicas somebody (document, user or autoscaler) wants; those there are may differ while some start or drain. */
  replicasWanted: 17,
  /** The version that its replicas have or are to have: 0 as in the document, later versions have higher numbers. */
  version: 18,
} as const;
export const unitFieldCount = 19;

/** One row per replica in `DeploymentFrame.replicas`. */
export const ReplicaField = {
  unitIndex: 0,
  /** One of ReplicaState. */
  state: 1,
  /** How far the start-up has come, 0 to 1; 1 when ready. */
  startupProgress: 2,
  /** How many of this replica's slots are listed in `slots` (at most slotListLimit). */
  slotCount: 3,
  slotsBusy: 4,
  slotQueueLength: 5,
  /** How many of this replica's waiting requests are listed in `queues` (at most queueHeadLimit). */
  queueHeadCount: 6,
  coresBusy: 7,
  coreQueueLength: 8,
  /** A number that stays with this replica for its life. */
  id: 9,
  /** As `UnitField.version`; differs from it on a replica that a release has yet to replace. */
  version: 10,
} as const;
export const replicaFieldCount = 11;

export const ReplicaState = { starting: 0, ready: 1, draining: 2, crashed: 3 } as const;

/** The first waiting requests of a replica's accept queue that a frame lists one by one. */
export const queueHeadLimit = 64;

/** A replica's slots that a frame lists one by one; `UnitField.slotsTotal` counts them all. */
export const slotListLimit = 512;

/** A byte of `slots`: 0 for a free slot, else 1 + journey index, with this bit set when nobody waits for the answer any more. */
export const inVainBit = 0x80;

/** One row per call edge in `DeploymentFrame.calls`. */
export const CallField = {
  /** Recent attempts per second. */
  attemptsPerSecond: 0,
  /** Recent share of attempts that failed, 0 to 1; NaN where none ended. */
  failureRate: 1,
  /** The worst breaker of the caller's replicas: one of BreakerState. */
  breakerState: 2,
  inFlight: 3,
} as const;
export const callFieldCount = 4;

export const BreakerState = { none: 0, closed: 1, halfOpen: 2, open: 3 } as const;

/** One row per journey in `DeploymentFrame.journeys`, plus a last row for all journeys together. */
export const JourneyField = {
  arrivals: 0,
  ok: 1,
  degraded: 2,
  failed: 3,
  inFlight: 4,
  /** Recent share of ended requests that were ok or degraded, 0 to 1; NaN where none ended. */
  recentSuccess: 5,
  /** Recent share of ended requests that were degraded. */
  recentDegraded: 6,
  /** Recent p99 of ok and degraded completions, ms; NaN where none. */
  recentMsP99: 7,
  recentMsP50: 8,
  /** Recent arrivals per second. */
  recentArrivalsPerSecond: 9,
  /** Recent ok and degraded completions per second. */
  recentGoodputPerSecond: 10,
} as const;
export const journeyFieldCount = 11;

/**
 * One row per hop in `DeploymentFrame.hops`: a sampled request crossed (or, in
 * the same process, took) a call edge since the last frame.
 */
export const HopField = {
  atMs: 0,
  /** Index into `cutOf(…).edges`. */
  edgeIndex: 1,
  journeyIndex: 2,
  /** One of HopKind. */
  kind: 3,
  /** The number of the request within its journey: the same customer in every deployment. */
  requestNumber: 4,
} as const;
export const hopFieldCount = 5;

export const HopKind = {
  request: 0,
  answer: 1,
  /** The answer is a failure. */
  failure: 2,
  /** The call was refused by an open breaker and never left. */
  refused: 3,
  /** The answer lacks something: a fallback stood in for a part of it. */
  degraded: 4,
  /** A request that goes on although nobody waits for its answer any more. */
  inVain: 5,
} as const;

/**
 * One row per closed window in `DeploymentFrame.windows` (windowMs each), for
 * the charts. Only windows closed since the last frame.
 */
export const WindowField = {
  startMs: 0,
  arrivals: 1,
  ok: 2,
  degraded: 3,
  failed: 4,
  /** p50, p95 and p99 of ok and degraded completions in the window, ms; NaN where none. */
  msP50: 5,
  msP95: 6,
  msP99: 7,
  /** US dollars per hour at the end of the window. */
  usdPerHour: 8,
  inFlight: 9,
  /** Cores and slots of the deployment's own units within the window: in use and there to be used, core- and slot-milliseconds. */
  coresBusyMs: 10,
  coresReadyMs: 11,
  slotsBusyMs: 12,
  slotsReadyMs: 13,
  /** The same of the busiest unit as a share, 0 to 1; NaN where no unit was ready. */
  coreUtilizationMax: 14,
  slotUtilizationMax: 15,
  /** Requests waiting for a slot within the window, request-milliseconds. */
  slotQueueMs: 16,
  /** Ready replicas of the deployment's own units at the end of the window. */
  readyReplicas: 17,
} as const;
export const windowFieldCount = 18;

/** One row in `DeploymentFrame.breakers` for every call edge whose breakers stand otherwise at the end of a window than at that of the one before. */
export const BreakerField = {
  /** The end of the window. */
  atMs: 0,
  /** Index into `cutOf(…).edges`. */
  edgeIndex: 1,
  /** The worst breaker of the caller's replicas: one of BreakerState. */
  state: 2,
} as const;
export const breakerFieldCount = 3;

/** Length of one window of the charts, ms. */
export const windowMs = 500;

/** "Recent" figures are over this many whole windows plus the open one. */
export const recentWindowCount = 10;

/** "Recent" figures look back at least this far, ms. */
export const recentWindowMs = windowMs * recentWindowCount;

export interface DeploymentFrame {
  deploymentId: string;
  units: Float64Array;
  replicas: Float64Array;
  slots: Uint8Array;
  /** Journey index of the waiting requests, head first: queueHeadCount bytes for each replica in turn. */
  queues: Uint8Array;
  calls: Float64Array;
  journeys: Float64Array;
  hops: Float64Array;
  windows: Float64Array;
  /**
   * The same windows as the units lived through them: a row of WindowField for
   * each unit in turn, of its visits (ended, failed, response times) and of its
   * own capacity. What is only known of the whole (arrivals, the busiest unit)
   * is NaN.
   */
  unitWindows: Float64Array;
  /** Changes since the last frame. */
  breakers: Float64Array;
  /** Price of all replicas that are not stopped, US dollars per hour. */
  usdPerHour: number;
  /** Events handled so far. */
  events: number;
  /** Set when the run had to stop before its time. */
  stopped: { atMs: number; reason: string } | null;
}

/** All deployments of a run at the same simulated instant. */
export interface Frame {
  timeMs: number;
  /**
   * One dot stands for this many requests (a power of two): those are sampled
   * whose number within their journey is a multiple of it.
   */
  requestsPerDot: number;
  deployments: DeploymentFrame[];
}
