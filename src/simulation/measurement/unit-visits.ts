/** Looks up who is at a unit right now. Asked now and then by a watcher, so that it may take its time. */
import type { EngineState } from '../engine/engine-state';
import { TaskFlag, TaskState } from '../engine/task-state';
import { queueHeadLimit } from '../frame';
import { isInVain } from '../resilience/in-vain';
import type { UnitVisit, VisitState } from '../unit-visit';

/** A unit without limits may have more inside than anybody reads; the latest are left out. */
const insideLimit = 10_000;

/**
 * Those inside by when they were sent, then those that wait at the door, as
 * many of each replica as a frame lists.
 */
export function unitVisits(s: EngineState, unit: number): UnitVisit[] {
  const inside: UnitVisit[] = [];
  for (let task = 0; task < s.taskHigh; task++) {
    if (isInside(s, task, unit)) inside.push(visitOf(s, task, null));
  }
  inside.sort((one, other) => one.sinceMs - other.sinceMs);
  return [...inside.slice(0, insideLimit), ...s.unitReplicas[unit].flatMap((at) => queueOf(s, at))];
}

function queueOf(s: EngineState, replica: number): UnitVisit[] {
  const visits: UnitVisit[] = [];
  const count = Math.min(s.slotQueued[replica], queueHeadLimit);
  let task = s.slotHead[replica];
  for (let place = 0; place < count; place++) {
    visits.push(visitOf(s, task, place));
    task = s.next[task];
  }
  return visits;
}

/** Its visit itself, and not one of the branches and timers that go with it. */
function isInside(s: EngineState, task: number, unit: number): boolean {
  const isThere = s.replica[task] >= 0 && s.replicaUnit[s.replica[task]] === unit;
  const isVisit = (s.flags[task] & (TaskFlag.branch | TaskFlag.dead)) === 0;
  return isThere && isVisit && stateWords[s.state[task]] !== undefined && !isAtDoor(s, task);
}

function isAtDoor(s: EngineState, task: number): boolean {
  return s.state[task] === TaskState.slotQueued;
}

function visitOf(s: EngineState, task: number, queuePlace: number | null): UnitVisit {
  const replica = s.replica[task];
  const holdsSlot = (s.flags[task] & TaskFlag.holdsSlot) !== 0;
  return {
    journey: s.journey[task],
    number: s.number[task],
    replica: s.unitReplicas[s.replicaUnit[replica]].indexOf(replica),
    slot: holdsSlot ? s.slot[task] : null,
    queuePlace,
    state: stateWords[s.state[task]] ?? 'cpu',
    sinceMs: s.bornMs[task],
    isInVain: isInVain(s, task),
  };
}

/** What is not at a unit has no word. */
const stateWords: Readonly<Partial<Record<number, VisitState>>> = {
  [TaskState.slotQueued]: 'slot',
  [TaskState.resumeQueued]: 'slot',
  [TaskState.coreQueued]: 'core',
  [TaskState.ready]: 'cpu',
  [TaskState.inCore]: 'cpu',
  [TaskState.waiting]: 'wait',
  [TaskState.calling]: 'call',
  [TaskState.bulkheadQueued]: 'call',
  [TaskState.forked]: 'branches',
  [TaskState.backoff]: 'pause',
};
