import { describe, expect, test } from 'vitest';
import { BreakerState } from '../../../src/simulation/frame';
import { call, callNow, endings, simulate, type TimelineInput, wait } from '../scenario';
import { type BreakerEvent, breakerSettings, circuitBreaker } from './circuit-breaker';
import { everyTransition, type ReferenceStep } from './every-transition';

type Step = ReferenceStep<typeof circuitBreaker>;

const events: BreakerEvent[] = [
  { type: 'CALL_THAT_SUCCEEDS' },
  { type: 'CALL_THAT_FAILS' },
  { type: 'REST' },
];

/** Time between two calls, ms: too short for the breaker to rest by itself on any path. */
const stepMs = 10;

const shown = {
  closed: BreakerState.closed,
  open: BreakerState.open,
  rested: BreakerState.open,
  halfOpen: BreakerState.halfOpen,
};

function expectedOutcome({ event, before }: Step): string[] {
  if (event.type === 'REST') return [];
  if (before.value === 'open') return ['circuitOpen'];
  return [event.type === 'CALL_THAT_FAILS' ? 'error' : 'ok'];
}

/** The instant at which each step is taken, ms. */
function instantsOf(steps: readonly Step[]): number[] {
  let timeMs = 0;
  return steps.map(({ event }) => {
    timeMs += stepMs;
    const atMs = timeMs;
    if (event.type === 'REST') timeMs += breakerSettings.openMs;
    return atMs;
  });
}

function engineOn(steps: readonly Step[]) {
  const instants = instantsOf(steps);
  const isCall = (index: number) => steps[index].event.type !== 'REST';
  return simulate({
    services: [
      { id: 'shop', steps: [call('stock')] },
      { id: 'stock', steps: [wait(1)] },
    ],
    policies: [{ caller: 'shop', callee: 'stock', circuitBreaker: breakerSettings }],
    arrivals: instants.filter((_, index) => isCall(index)),
    timeline: steps.flatMap(({ event }, index): TimelineInput[] =>
      event.type === 'CALL_THAT_FAILS'
        ? [
            {
              atMs: instants[index] - 1,
              untilMs: instants[index] + 5,
              fault: 'errors',
              module: 'stock',
              rate: 1,
            },
          ]
        : [],
    ),
  });
}

describe('the engine’s circuit breaker takes the transitions of the reference', () => {
  const paths = everyTransition(circuitBreaker, events, ({ context }) => context.calls > 5);

  test('of which there are many', () => {
    expect(new Set(paths.map(({ steps }) => steps.at(-1)?.before.value)).size).toBe(4);
    expect(paths.length).toBeGreaterThan(40);
  });

  test.each(paths)('$name', ({ steps }) => {
    const simulation = engineOn(steps);
    const instants = instantsOf(steps);
    steps.forEach((step, index) => {
      const restMs = step.event.type === 'REST' ? breakerSettings.openMs : 0;
      const found = endings(simulation, instants[index] + restMs + stepMs / 2);
      expect(found.map((line) => line.split(' ')[1])).toEqual(expectedOutcome(step));
      const state = step.after.value as keyof typeof shown;
      expect(callNow(simulation, 1, 'breakerState')).toBe(shown[state]);
    });
  });
});
