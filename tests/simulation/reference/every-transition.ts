/** Paths through a machine that between them take every transition of its reachable states. */
import {
  type AnyStateMachine,
  type EventFromLogic,
  getNextSnapshot,
  type SnapshotFrom,
} from 'xstate';
import { getShortestPaths } from 'xstate/graph';

export interface ReferenceStep<Machine extends AnyStateMachine> {
  event: EventFromLogic<Machine>;
  /** Where the machine is before and after the event. */
  before: SnapshotFrom<Machine>;
  after: SnapshotFrom<Machine>;
}

/** The shortest way to every state, each followed by every event. Names of paths are their events. */
export function everyTransition<Machine extends AnyStateMachine>(
  machine: Machine,
  events: readonly EventFromLogic<Machine>[],
  isFarEnough: (state: SnapshotFrom<Machine>) => boolean = () => false,
): { name: string; steps: ReferenceStep<Machine>[] }[] {
  const paths = getShortestPaths(machine, {
    events,
    stopWhen: (state) => isFarEnough(state as SnapshotFrom<Machine>),
  });
  return paths
    .filter(({ state }) => !isFarEnough(state as SnapshotFrom<Machine>))
    .flatMap((path) => {
      const states = path.steps.map(({ state }) => state as SnapshotFrom<Machine>);
      const steps = path.steps.slice(1).map(({ event }, index) => ({
        event: event as EventFromLogic<Machine>,
        before: states[index],
        after: states[index + 1],
      }));
      const end = path.state as SnapshotFrom<Machine>;
      return events.map((event) => {
        const last = { event, before: end, after: getNextSnapshot(machine, end, event) };
        const all = [...steps, last as ReferenceStep<Machine>];
        return { name: all.map(({ event }) => event.type).join(' '), steps: all };
      });
    });
}
