import { describe, expect, test } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { replicasNow, simulate, type TimelineInput, wait } from '../scenario';
import { everyTransition, type ReferenceStep } from './every-transition';
import {
  blueGreen,
  canary,
  type ReleaseEvent,
  type ReleaseMeta,
  recreate,
  rolling,
} from './release';

type Step = ReferenceStep<AnyStateMachine>;
type Strategy = 'rolling' | 'recreate' | 'blue-green' | 'canary';

const startupMs = 1000;
/** As long as a canary serves before it is judged, ms. */
const judgedMs = 10_000;

const lengths: Record<ReleaseEvent['type'], number> = {
  RELEASE: 0,
  // A while before the start-ups that are under way are over.
  ROLL_BACK: 100,
  STARTED: startupMs,
  JUDGED: judgedMs,
};

/** The first step is taken after a second, the others when their time has passed. */
function instantsOf(steps: readonly Step[]): number[] {
  let timeMs = 1000;
  return steps.map(({ event }) => {
    timeMs += lengths[event.type as ReleaseEvent['type']];
    return timeMs;
  });
}

function releaseOf(strategy: Strategy, isGood: boolean, steps: readonly Step[]): TimelineInput[] {
  const instants = instantsOf(steps);
  const timeOf = (type: ReleaseEvent['type']) =>
    instants[steps.findIndex(({ event }) => event.type === type)];
  const [atMs, rollbackAtMs] = [timeOf('RELEASE'), timeOf('ROLL_BACK')];
  if (atMs === undefined) return [];
  return [
    {
      atMs,
      release: 'shop',
      strategy,
      ...(isGood ? {} : { fault: { kind: 'errors' as const, rate: 1 } }),
      ...(rollbackAtMs === undefined ? {} : { rollbackAtMs }),
    },
  ];
}

function replicasOf({ after }: Step): ReleaseMeta['replicas'] {
  const [meta] = Object.values(after.getMeta()) as ReleaseMeta[];
  return meta.replicas;
}

const machines: [Strategy, boolean, AnyStateMachine][] = [
  ['rolling', true, rolling],
  ['recreate', true, recreate],
  ['blue-green', true, blueGreen],
  ['canary', true, canary(true)],
  ['canary', false, canary(false)],
];

describe.each(machines)(
  'a %s release (good: %s) goes as the reference does',
  (strategy, isGood, machine) => {
    const events = (Object.keys(lengths) as ReleaseEvent['type'][]).map((type) => ({ type }));
    // The document has one release, rolled back at most once.
    const paths = everyTransition(machine, events).filter(({ steps }) => {
      const last = steps.at(-1);
      return last?.after.value !== last?.before.value;
    });

    test('through every state', () => {
      expect(paths.length).toBeGreaterThanOrEqual(5);
    });

    test.each(paths)('$name', ({ steps }) => {
      const simulation = simulate({
        services: [{ id: 'shop', steps: [wait(1)], unit: { replicas: 2, startupMs } }],
        arrivals: Array.from({ length: 1000 }, (_, i) => i * 50 + 0.5),
        timeline: releaseOf(strategy, isGood, steps),
      });
      const instants = instantsOf(steps);
      steps.forEach((step, index) => {
        simulation.runUntil(instants[index]);
        expect(replicasNow(simulation, 0)).toEqual(replicasOf(step));
        if (strategy === 'recreate') return;
        expect(
          replicasNow(simulation, 0).filter((state) => state === 'ready').length,
        ).toBeGreaterThanOrEqual(2);
      });
    });
  },
);
