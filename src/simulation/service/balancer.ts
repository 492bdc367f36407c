/** Which ready replica of a unit gets a request. */
import type { EngineState } from '../engine/engine-state';
import { uniformFor } from '../engine/luck';
import { Draw } from '../engine/task-state';
import { Balancer } from '../engine/unit-settings';
import { ReplicaState } from '../frame';

/** A ready replica for this visit, −1 when there is none. */
export function pickReplica(s: EngineState, unit: number, task: number): number {
  const replicas = s.unitReplicas[unit];
  if (replicas.length === 1) return theOnlyOne(s, unit, replicas[0]);
  switch (s.balancer[unit]) {
    case Balancer.roundRobin:
      return nextInTurn(s, unit, replicas);
    case Balancer.leastOutstanding:
      return leastOutstanding(s, unit, replicas);
    default:
      return atRandom(s, unit, task, replicas);
  }
}

/** What every balancer comes to with one replica; whose turn is next is known from then on as well. */
function theOnlyOne(s: EngineState, unit: number, replica: number): number {
  if (s.replicaState[replica] !== ReplicaState.ready) return -1;
  s.roundRobin[unit] = 1;
  return replica;
}

function nextInTurn(s: EngineState, unit: number, replicas: readonly number[]): number {
  const { length } = replicas;
  let turn = s.roundRobin[unit];
  for (let i = 0; i < length; i++) {
    if (turn >= length) turn = 0;
    const replica = replicas[turn++];
    if (s.replicaState[replica] === ReplicaState.ready) {
      s.roundRobin[unit] = turn;
      return replica;
    }
  }
  return -1;
}

/** Ties go round, so that an idle unit does not load its first replica alone. */
function leastOutstanding(s: EngineState, unit: number, replicas: readonly number[]): number {
  const { length } = replicas;
  let best = -1;
  let bestTurn = 0;
  let least = Infinity;
  for (let i = 0; i < length; i++) {
    const turn = (s.roundRobin[unit] + i) % length;
    const replica = replicas[turn];
    if (s.replicaState[replica] !== ReplicaState.ready) continue;
    const outstanding = s.visitsInside[replica];
    if (outstanding < least) {
      least = outstanding;
      best = replica;
      bestTurn = turn;
    }
  }
  if (best >= 0) s.roundRobin[unit] = bestTurn + 1;
  return best;
}

function atRandom(s: EngineState, unit: number, task: number, replicas: readonly number[]): number {
  const ready = replicas.filter((replica) => s.replicaState[replica] === ReplicaState.ready);
  const count = ready.length;
  if (count === 0) return -1;
  const position = s.program.entryPosition[s.entry[task]];
  const first = Math.floor(uniformFor(s, task, position, Draw.balancer) * count);
  if (s.balancer[unit] === Balancer.random || count === 1) return ready[first];
  const step = 1 + Math.floor(uniformFor(s, task, position, Draw.balancer + 1) * (count - 1));
  const one = ready[first];
  const other = ready[(first + step) % count];
  return s.visitsInside[other] < s.visitsInside[one] ? other : one;
}
