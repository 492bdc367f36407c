/**
 * The life of a replica as a machine: it starts, is ready, drains, crashes,
 * pauses before it starts again, is held down. A specification; it takes no
 * part in a run.
 */
import { assign, setup } from 'xstate';

export type ReplicaEvent =
  /** One crash from which it recovers by itself. */
  | { type: 'CRASH' }
  /** Somebody takes it down, and lets it go again. */
  | { type: 'HOLD' }
  | { type: 'RELEASE' }
  /** It is not wanted any more. */
  | { type: 'DRAIN' }
  /** The work inside, if there is any, is done. */
  | { type: 'FINISH' }
  /** The start-up or the pause that is under way passes; in other states some time. */
  | { type: 'PASS' };

interface Context {
  /** Crashes so far, from which it recovered by itself. */
  crashes: number;
  /** Whether a request is inside. */
  isBusy: boolean;
}

export const replica = setup({
  types: { context: {} as Context, events: {} as ReplicaEvent },
  actions: {
    crash: assign(({ context }) => ({ crashes: context.crashes + 1, isBusy: false })),
    empty: assign({ isBusy: false }),
  },
  guards: {
    isFirst: ({ context }) => context.crashes === 0,
    isBusy: ({ context }) => context.isBusy,
  },
}).createMachine({
  id: 'replica',
  context: { crashes: 0, isBusy: true },
  initial: 'ready',
  states: {
    ready: {
      on: {
        CRASH: [
          { guard: 'isFirst', target: 'starting', actions: 'crash' },
          { target: 'pausing', actions: 'crash' },
        ],
        HOLD: { target: 'held', actions: 'empty' },
        DRAIN: [{ guard: 'isBusy', target: 'draining' }, { target: 'gone' }],
        FINISH: { actions: 'empty' },
      },
    },
    starting: {
      on: {
        CRASH: [
          { guard: 'isFirst', target: 'starting', actions: 'crash' },
          { target: 'pausing', actions: 'crash' },
        ],
        HOLD: 'held',
        DRAIN: 'gone',
        PASS: 'ready',
      },
    },
    // Crashed again too soon: it waits before it starts.
    pausing: { on: { HOLD: 'held', DRAIN: 'gone', PASS: 'starting' } },
    held: { on: { RELEASE: 'starting', DRAIN: 'gone' } },
    draining: {
      on: {
        CRASH: { target: 'gone', actions: 'empty' },
        HOLD: { target: 'gone', actions: 'empty' },
        FINISH: { target: 'gone', actions: 'empty' },
      },
    },
    gone: {},
  },
});
