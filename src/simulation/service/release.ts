/**
 * Releases: every replica of the module's unit is replaced by one of the new
 * version. Recreate stops all and, when they are gone, starts anew; rolling starts one more and then
 * takes one away, never below the wanted number; blue-green starts a whole
 * second set and switches when it is ready; canary starts one, compares it
 * with the others, and goes on as rolling or goes back by itself. What is wrong
 * with a new version strikes its replicas only.
 */
import type { Fault, ReleaseStrategy } from '../command';
import type { EngineState } from '../engine/engine-state';
import { EventKind } from '../engine/task-state';
import { crashAndRestart } from '../faults/crash';
import { type ActiveFault, beginFault } from '../faults/fault-ledger';
import { watchMemory } from '../faults/leak';
import { ReplicaState } from '../frame';
import { drainReplica, isReady, setReplicaState, startNewReplica, versionFault } from './replicas';

export interface ReleasePlan {
  moduleIndex: number;
  strategy: ReleaseStrategy;
  fault: Fault | null;
}

export interface ReleaseRun extends ReleasePlan {
  /** The version that the release brings, whichever way it goes now. */
  version: number;
  fromVersion: number;
  toVersion: number;
  /** Canary: when it is judged, ms; 0 before it is ready, Infinity once it has passed. */
  judgeMs: number;
}

/** How long a canary serves before it is judged, ms. */
export const canaryMs = 10_000;
/** With fewer visits it serves as long again. */
const canaryVisitsMin = 20;
/** It goes back when its failures exceed the others' by more than this share … */
const canaryFailureMargin = 0.05;
/** … or when its visits take more than this many times as long. */
const canarySlownessMax = 2;

/**
 * Brings a version that was never there. 0 is the first one; those of the
 * timeline are numbered from 1 by its events, those of commands from −1 down.
 * `inPlaceOf`: the version that this one makes up for, if it is there; whoever
 * goes back then goes to what was before both.
 */
export function beginRelease(
  s: EngineState,
  version: number,
  plan: ReleasePlan,
  inPlaceOf = version,
): void {
  const unit = s.setup.moduleUnit[plan.moduleIndex];
  if (s.setup.units[unit].isUnlimited) return;
  const present = s.unitVersion[unit];
  const last = s.lastReleases[unit];
  const fromVersion = present === inPlaceOf && last !== null ? last.fromVersion : present;
  begin(s, unit, { ...plan, version, fromVersion, toVersion: version, judgeMs: 0 });
}

/** Takes a release back, whether it is under way or done: the old version is released. */
export function rollBack(s: EngineState, version: number): void {
  for (let unit = 0; unit < s.releases.length; unit++) {
    const last = s.lastReleases[unit];
    if (last === null || last.version !== version) continue;
    if (s.unitVersion[unit] === version) goBack(s, unit, last);
  }
}

function goBack(s: EngineState, unit: number, run: ReleaseRun): void {
  const strategy = run.strategy === 'canary' ? 'rolling' : run.strategy;
  begin(s, unit, {
    ...run,
    strategy,
    fault: null,
    fromVersion: run.toVersion,
    toVersion: run.fromVersion,
    judgeMs: 0,
  });
}

function begin(s: EngineState, unit: number, run: ReleaseRun): void {
  s.releases[unit] = run;
  s.lastReleases[unit] = run;
  s.hasRelease = true;
  s.unitVersion[unit] = run.toVersion;
  for (const replica of s.unitReplicas[unit]) {
    s.visitsEnded[replica] = 0;
    s.visitsFailed[replica] = 0;
    s.visitsMs[replica] = 0;
  }
  if (run.strategy === 'recreate') {
    for (const replica of others(s, unit, run)) drainReplica(s, replica);
  }
  advanceRelease(s, unit);
}

/** Start-up is over: the replica serves, unless its version or its release is against it. */
export function finishStartup(s: EngineState, replica: number): void {
  const unit = s.replicaUnit[replica];
  const run = s.releases[unit];
  const isFresh = run !== null && s.replicaVersion[replica] === run.toVersion;
  if (isFresh && run.strategy === 'blue-green') s.isHeldBack[replica] = 1;
  else openReplica(s, replica);
  if (run !== null) advanceRelease(s, unit);
}

function openReplica(s: EngineState, replica: number): void {
  s.isHeldBack[replica] = 0;
  s.readyMs[replica] = s.nowMs;
  setReplicaState(s, replica, ReplicaState.ready);
  if (s.faults.get(versionFault(replica))?.kind === 'crash-loop') crashAndRestart(s, replica);
  else watchMemory(s, replica);
}

/** Takes the next steps of a unit's release that are possible now. */
export function advanceRelease(s: EngineState, unit: number): void {
  const run = s.releases[unit];
  if (run === null) return;
  if (run.strategy === 'canary' && run.judgeMs < Number.POSITIVE_INFINITY) {
    advanceCanary(s, unit, run);
    return;
  }
  const wanted = s.wantedReplicas[unit];
  const isStepwise = run.strategy === 'rolling' || run.strategy === 'canary';
  // A whole second set has room even beside one that never came to serve.
  const surge = isStepwise ? 1 : Number.POSITIVE_INFINITY;
  for (;;) {
    const old = others(s, unit, run);
    const fresh = freshReplicas(s, unit, run);
    if (run.strategy === 'recreate' && hasOld(s, unit, run)) return;
    if (fresh.length < wanted && fresh.length + old.length < wanted + surge) {
      startVersion(s, unit, run);
    } else if (run.strategy === 'blue-green' && old.length > 0) {
      if (!switchOver(s, fresh, old, wanted)) return;
    } else if (old.length > 0 && countReady(s, [...fresh, ...old]) > wanted) {
      drainReplica(s, leastUseful(s, old));
    } else if (old.length > 0 && !isReady(s, leastUseful(s, old)) && fresh.length > 0) {
      drainReplica(s, leastUseful(s, old));
    } else if (old.length === 0 && fresh.length > wanted) {
      drainReplica(s, leastUseful(s, fresh));
    } else {
      if (old.length === 0 && countReady(s, fresh) >= wanted) finish(s, unit);
      return;
    }
  }
}

/** True when all of the second set are there and the first one drains. */
function switchOver(s: EngineState, fresh: number[], old: number[], wanted: number): boolean {
  const prepared = fresh.filter((replica) => s.isHeldBack[replica] === 1 || isReady(s, replica));
  if (prepared.length < wanted) return false;
  for (const replica of prepared) if (s.isHeldBack[replica] === 1) openReplica(s, replica);
  for (const replica of old) drainReplica(s, replica);
  return true;
}

function advanceCanary(s: EngineState, unit: number, run: ReleaseRun): void {
  const [canary] = freshReplicas(s, unit, run);
  if (canary === undefined) {
    if (s.wantedReplicas[unit] === 0) finish(s, unit);
    else startVersion(s, unit, run);
    return;
  }
  if (s.crashesInARow[canary] > 0) {
    goBack(s, unit, run);
    return;
  }
  if (!isReady(s, canary)) return;
  if (run.judgeMs === 0) {
    judgeLater(s, unit, run);
  } else if (s.nowMs >= run.judgeMs) {
    if (s.visitsEnded[canary] < canaryVisitsMin) {
      judgeLater(s, unit, run);
    } else if (isWorse(s, canary, others(s, unit, run))) {
      goBack(s, unit, run);
    } else {
      run.judgeMs = Number.POSITIVE_INFINITY;
      advanceRelease(s, unit);
    }
  }
}

function judgeLater(s: EngineState, unit: number, run: ReleaseRun): void {
  run.judgeMs = s.nowMs + canaryMs;
  s.schedule(run.judgeMs, EventKind.release, unit);
}

function isWorse(s: EngineState, canary: number, old: readonly number[]): boolean {
  let ended = 0;
  let failed = 0;
  let ms = 0;
  for (const replica of old) {
    ended += s.visitsEnded[replica];
    failed += s.visitsFailed[replica];
    ms += s.visitsMs[replica];
  }
  const failureRate = s.visitsFailed[canary] / s.visitsEnded[canary];
  if (failureRate > (ended > 0 ? failed / ended : 0) + canaryFailureMargin) return true;
  if (ended === 0) return false;
  return s.visitsMs[canary] / s.visitsEnded[canary] > (canarySlownessMax * ms) / ended;
}

function startVersion(s: EngineState, unit: number, run: ReleaseRun): void {
  const replica = startNewReplica(s, unit);
  s.replicaVersion[replica] = run.toVersion;
  const fault = run.fault && faultOf(run.fault, run.moduleIndex, unit, replica, s.nowMs);
  if (fault !== null) beginFault(s, versionFault(replica), fault);
}

function faultOf(
  fault: Fault,
  moduleIndex: number,
  unit: number,
  replica: number,
  nowMs: number,
): ActiveFault {
  switch (fault.kind) {
    case 'crash':
      return { kind: 'crash-loop', replica };
    case 'slow':
      return { kind: 'slow', amount: fault.factor, moduleIndex, replica };
    case 'errors':
      return { kind: 'errors', amount: fault.rate, moduleIndex, replica };
    case 'leak':
      return { kind: 'leak', mibPerSecond: fault.mibPerSecond, unit, replica, sinceMs: nowMs };
    case 'hog':
      return { kind: 'hog', cores: fault.cores, unit, replica };
  }
}

function others(s: EngineState, unit: number, run: ReleaseRun): number[] {
  return staying(s, unit).filter((replica) => s.replicaVersion[replica] !== run.toVersion);
}

function freshReplicas(s: EngineState, unit: number, run: ReleaseRun): number[] {
  return staying(s, unit).filter((replica) => s.replicaVersion[replica] === run.toVersion);
}

/** Whether a replica of another version is still there, be it draining. */
function hasOld(s: EngineState, unit: number, { toVersion }: ReleaseRun): boolean {
  return s.unitReplicas[unit].some((replica) => s.replicaVersion[replica] !== toVersion);
}

function staying(s: EngineState, unit: number): number[] {
  return s.unitReplicas[unit].filter((r) => s.replicaState[r] !== ReplicaState.draining);
}

function countReady(s: EngineState, replicas: readonly number[]): number {
  return replicas.filter((replica) => isReady(s, replica)).length;
}

function leastUseful(s: EngineState, replicas: readonly number[]): number {
  return replicas.find((replica) => !isReady(s, replica)) ?? replicas[0];
}

function finish(s: EngineState, unit: number): void {
  s.releases[unit] = null;
  s.hasRelease = s.releases.some((run) => run !== null);
}
