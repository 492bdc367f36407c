import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** What the scripts need to know about the computer they run on; tests pass one of their own. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  isRoot: boolean;
  isExecutable(file: string): boolean;
  /** Runs a program to its end. `isShown` passes its output on to the terminal instead of returning it. */
  run(program: string, args: string[], options: RunOptions): { isOk: boolean; output: string };
  /** Says what is going on, on the error stream. */
  say(line: string): void;
}

export interface RunOptions {
  timeoutMs: number;
  isShown?: boolean;
  env?: Record<string, string>;
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  isExecutable(file) {
    try {
      accessSync(file, constants.X_OK);
      return statSync(file).isFile();
    } catch {
      return false;
    }
  },
  run(program, args, { timeoutMs, isShown = false, env = {} }) {
    const { status, stdout } = spawnSync(program, args, {
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      encoding: 'utf8',
      env: { ...process.env, ...env },
      // What is shown goes to the error stream: the output of a script is its answer alone.
      stdio: isShown ? ['ignore', 2, 2] : ['ignore', 'pipe', 'ignore'],
    });
    return { isOk: status === 0, output: stdout ?? '' };
  },
  say(line) {
    process.stderr.write(`${line}\n`);
  },
};

/** The first of these programs that is on the PATH, as a full path. */
export function findOnPath(machine: Machine, names: readonly string[]): string | null {
  const separator = machine.platform === 'win32' ? ';' : ':';
  const folders = (machine.env.PATH ?? '').split(separator).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (machine.isExecutable(file)) return file;
    }
  }
  return null;
}
