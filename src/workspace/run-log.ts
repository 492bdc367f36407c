/** What the user has done to the present run, and when. A restart begins it anew. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command, TimedCommand } from '../simulation/command';
import { withCommand } from '../simulation/script';

/** In the order of the run. */
export type RunLog = StoreApi<{ readonly commands: readonly TimedCommand[] }>;

export function createRunLog(): RunLog {
  return createStore(() => ({ commands: [] as readonly TimedCommand[] }));
}

/** Forgets an earlier run and notes what holds from time 0. */
export function beginLog(log: RunLog, commands: readonly Command[]): void {
  log.setState({ commands: commands.map((command) => ({ atMs: 0, command })) });
}

export function addToLog(log: RunLog, applied: TimedCommand): void {
  log.setState(({ commands }) => ({ commands: withCommand(commands, applied) }));
}

/** Everything noted so far; renders again when more comes. */
export function useLoggedCommands(log: RunLog): readonly TimedCommand[] {
  return useStore(log, (state) => state.commands);
}
