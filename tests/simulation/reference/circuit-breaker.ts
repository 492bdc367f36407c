/**
 * The circuit breaker as a machine: what the engine's must do, call by call.
 * It serves as a specification and takes no part in a run.
 */
import { assign, setup } from 'xstate';

export const breakerSettings = {
  failureRate: 0.5,
  minimumCalls: 3,
  openMs: 1000,
  halfOpenProbes: 2,
  // Longer than any path, so that nothing slides out of it.
  windowMs: 1e6,
};

export type BreakerEvent =
  /** A call is made that would succeed, or fail. */
  | { type: 'CALL_THAT_SUCCEEDS' }
  | { type: 'CALL_THAT_FAILS' }
  /** The time for which it stays open passes without a call. */
  | { type: 'REST' };

interface Counts {
  calls: number;
  failures: number;
}

function counted({ calls, failures }: Counts, event: BreakerEvent): Counts {
  return { calls: calls + 1, failures: failures + Number(event.type === 'CALL_THAT_FAILS') };
}

function isBad({ calls, failures }: Counts): boolean {
  return failures >= breakerSettings.failureRate * calls;
}

const none: Counts = { calls: 0, failures: 0 };

export const circuitBreaker = setup({
  types: { context: {} as Counts, events: {} as BreakerEvent },
  actions: {
    count: assign(({ context, event }) => counted(context, event)),
    forget: assign(none),
    countFirstProbe: assign(({ event }) => counted(none, event)),
  },
  guards: {
    opens: ({ context, event }) => {
      const counts = counted(context, event);
      return counts.calls >= breakerSettings.minimumCalls && isBad(counts);
    },
    isLastProbeAndBad: ({ context, event }) => {
      const counts = counted(context, event);
      return counts.calls >= breakerSettings.halfOpenProbes && isBad(counts);
    },
    isLastProbe: ({ context }) => context.calls + 1 >= breakerSettings.halfOpenProbes,
  },
}).createMachine({
  id: 'circuit breaker',
  context: none,
  initial: 'closed',
  states: {
    closed: {
      on: {
        CALL_THAT_SUCCEEDS: [
          { guard: 'opens', target: 'open', actions: 'forget' },
          { actions: 'count' },
        ],
        CALL_THAT_FAILS: [
          { guard: 'opens', target: 'open', actions: 'forget' },
          { actions: 'count' },
        ],
      },
    },
    // Refuses calls.
    open: { on: { REST: 'rested' } },
    // Open for long enough: the next call is a probe.
    rested: {
      on: {
        CALL_THAT_SUCCEEDS: { target: 'halfOpen', actions: 'countFirstProbe' },
        CALL_THAT_FAILS: { target: 'halfOpen', actions: 'countFirstProbe' },
      },
    },
    halfOpen: {
      on: {
        CALL_THAT_SUCCEEDS: [
          { guard: 'isLastProbeAndBad', target: 'open', actions: 'forget' },
          { guard: 'isLastProbe', target: 'closed', actions: 'forget' },
          { actions: 'count' },
        ],
        CALL_THAT_FAILS: [
          { guard: 'isLastProbeAndBad', target: 'open', actions: 'forget' },
          { guard: 'isLastProbe', target: 'closed', actions: 'forget' },
          { actions: 'count' },
        ],
      },
    },
  },
});
