import { describe, expect, test } from 'vitest';
import type { Simulation } from '../../../src/simulation/engine/simulation';
import { call, replicasNow, simulate, type TimelineInput, wait } from '../scenario';
import { everyTransition, type ReferenceStep } from './every-transition';
import { type ReplicaEvent, replica } from './replica';

type Step = ReferenceStep<typeof replica>;

const events = (['CRASH', 'HOLD', 'RELEASE', 'DRAIN', 'FINISH', 'PASS'] as const).map(
  (type): ReplicaEvent => ({ type }),
);

const startupMs = 1000;
const stepMs = 10;

const shown = {
  ready: ['ready'],
  starting: ['starting'],
  pausing: ['crashed'],
  held: ['crashed'],
  draining: ['draining'],
  gone: [],
};

/** How long a step takes, ms: the pauses are those of Kubernetes. */
function lengthMs({ event, before }: Step): number {
  if (event.type !== 'PASS') return stepMs;
  if (before.value === 'pausing') return 10_000 * 2 ** (before.context.crashes - 2);
  return startupMs;
}

function instantsOf(steps: readonly Step[]): number[] {
  let timeMs = 0;
  return steps.map((step) => {
    const atMs = timeMs + stepMs;
    // A start-up or pause runs since the step before, so only the rest of it is left.
    timeMs = step.event.type === 'PASS' ? timeMs + lengthMs(step) : atMs;
    return timeMs;
  });
}

/** What the timeline has to do with a step; clicks do the rest. */
function timelineOf(steps: readonly Step[]): TimelineInput[] {
  const instants = instantsOf(steps);
  return steps.flatMap(({ event }, index): TimelineInput[] => {
    const atMs = instants[index];
    if (event.type === 'CRASH') return [{ atMs, fault: 'crash', unit: 'shop' }];
    if (event.type === 'DRAIN') return [{ atMs, scale: 'shop', replicas: 0 }];
    return [];
  });
}

function click(simulation: Simulation, { type }: ReplicaEvent): void {
  const crash = { kind: 'unit-crash', deploymentId: 'cut' } as const;
  if (type === 'HOLD') simulation.apply({ ...crash, unitId: 'shop', isDown: true });
  if (type === 'RELEASE') simulation.apply({ ...crash, unitId: 'shop', isDown: false });
  // The request inside waits for another unit; when that is gone its work is done.
  if (type === 'FINISH') simulation.apply({ ...crash, unitId: 'other', isDown: true });
}

describe('a replica of the engine lives as the reference does', () => {
  const paths = everyTransition(replica, events, ({ context }) => context.crashes > 3);

  test('in every state', () => {
    expect(new Set(paths.map(({ steps }) => steps.at(-1)?.before.value)).size).toBe(6);
  });

  test.each(paths)('$name', ({ steps }) => {
    const simulation = simulate({
      services: [
        { id: 'shop', steps: [call('other')], unit: { startupMs } },
        { id: 'other', steps: [wait(1e9)] },
      ],
      arrivals: [0],
      timeline: timelineOf(steps),
    });
    const instants = instantsOf(steps);
    steps.forEach((step, index) => {
      simulation.runUntil(instants[index]);
      click(simulation, step.event);
      // What a click sets off at this instant happens at this instant.
      simulation.runUntil(instants[index]);
      expect(replicasNow(simulation, 0)).toEqual(shown[step.after.value as keyof typeof shown]);
    });
  });
});
