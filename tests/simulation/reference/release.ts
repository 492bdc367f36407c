/**
 * Releases of a unit that wants two replicas, as machines: which replicas there
 * are after every step. A specification; it takes no part in a run.
 */
import { createMachine } from 'xstate';
import type { ReplicaWord } from '../scenario';

export type ReleaseEvent =
  | { type: 'RELEASE' }
  | { type: 'ROLL_BACK' }
  /** The start-ups under way are over. */
  | { type: 'STARTED' }
  /** The canary has served for its time and is judged. */
  | { type: 'JUDGED' };

export interface ReleaseMeta {
  /** Oldest first. */
  replicas: ReplicaWord[];
}

const two: ReplicaWord[] = ['ready', 'ready'];
const twoAndOne: ReplicaWord[] = ['ready', 'ready', 'starting'];
const shows = (replicas: ReplicaWord[]) => ({ meta: { replicas } satisfies ReleaseMeta });

/** One more starts, then one of the old ones goes, twice; never fewer than two are ready. */
export const rolling = createMachine({
  id: 'rolling',
  types: {} as { events: ReleaseEvent; meta: ReleaseMeta },
  initial: 'old',
  states: {
    old: { ...shows(two), on: { RELEASE: 'first' } },
    first: { ...shows(twoAndOne), on: { STARTED: 'second', ROLL_BACK: 'backToOld' } },
    second: { ...shows(twoAndOne), on: { STARTED: 'fresh', ROLL_BACK: 'lastBack' } },
    fresh: { ...shows(two), on: { ROLL_BACK: 'firstBack' } },
    firstBack: { ...shows(twoAndOne), on: { STARTED: 'lastBack' } },
    lastBack: { ...shows(twoAndOne), on: { STARTED: 'backToOld' } },
    backToOld: shows(two),
  },
});

/** All of the old ones go before the new ones start. */
export const recreate = createMachine({
  id: 'recreate',
  types: {} as { events: ReleaseEvent; meta: ReleaseMeta },
  initial: 'old',
  states: {
    old: { ...shows(two), on: { RELEASE: 'starting' } },
    starting: {
      ...shows(['starting', 'starting']),
      on: { STARTED: 'fresh', ROLL_BACK: 'startingBack' },
    },
    fresh: { ...shows(two), on: { ROLL_BACK: 'startingBack' } },
    startingBack: { ...shows(['starting', 'starting']), on: { STARTED: 'backToOld' } },
    backToOld: shows(two),
  },
});

/** A second set starts; when it is ready all traffic switches. */
export const blueGreen = createMachine({
  id: 'blue-green',
  types: {} as { events: ReleaseEvent; meta: ReleaseMeta },
  initial: 'old',
  states: {
    old: { ...shows(two), on: { RELEASE: 'preparing' } },
    preparing: {
      ...shows([...two, 'starting', 'starting']),
      on: { STARTED: 'fresh', ROLL_BACK: 'backToOld' },
    },
    fresh: { ...shows(two), on: { ROLL_BACK: 'preparingBack' } },
    preparingBack: {
      ...shows([...two, 'starting', 'starting']),
      on: { STARTED: 'backToOld' },
    },
    backToOld: shows(two),
  },
});

/** One serves beside the old ones and is judged: a good one leads the rest, a bad one goes. */
export function canary(isGood: boolean) {
  return createMachine({
    id: 'canary',
    types: {} as { events: ReleaseEvent; meta: ReleaseMeta },
    initial: 'old',
    states: {
      old: { ...shows(two), on: { RELEASE: 'starting' } },
      starting: { ...shows(twoAndOne), on: { STARTED: 'trial', ROLL_BACK: 'backToOld' } },
      trial: {
        ...shows([...two, 'ready']),
        on: { JUDGED: isGood ? 'second' : 'backToOld', ROLL_BACK: 'backToOld' },
      },
      second: { ...shows(twoAndOne), on: { STARTED: 'fresh', ROLL_BACK: 'lastBack' } },
      fresh: { ...shows(two), on: { ROLL_BACK: 'firstBack' } },
      firstBack: { ...shows(twoAndOne), on: { STARTED: 'lastBack' } },
      lastBack: { ...shows(twoAndOne), on: { STARTED: 'backToOld' } },
      backToOld: shows(two),
    },
  });
}
