/** What the user has done to the present run, and when. A restart begins it anew. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from '../simulation/command';

export interface LoggedCommand {
  /** Simulated ms. */
  readonly atMs: number;
  readonly command: Command;
}

/** In the order of the run. */
export type RunLog = StoreApi<{ readonly commands: readonly LoggedCommand[] }>;

export function createRunLog(): RunLog {
  return createStore(() => ({ commands: [] as readonly LoggedCommand[] }));
}

/** Forgets an earlier run and notes what holds from time 0. */
export function beginLog(log: RunLog, commands: readonly Command[]): void {
  log.setState({ commands: commands.map((command) => ({ atMs: 0, command })) });
}

export function addToLog(log: RunLog, atMs: number, commands: readonly Command[]): void {
  if (commands.length === 0) return;
  log.setState((state) => ({
    commands: [...state.commands, ...commands.map((command) => ({ atMs, command }))],
  }));
}

/** Everything noted so far; renders again when more comes. */
export function useLoggedCommands(log: RunLog): readonly LoggedCommand[] {
  return useStore(log, (state) => state.commands);
}
