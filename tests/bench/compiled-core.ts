/** Compiles the bare C++ core where there is a compiler, and runs it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchCase } from './cases';

const source = fileURLToPath(new URL('core.cpp', import.meta.url));
const compilers = ['g++', 'clang++'];

export interface CompiledCore {
  compiler: string;
  run: (model: BenchCase, requestCount: number, seed: number) => CoreRun;
  remove: () => void;
}

export interface CoreRun {
  events: number;
  seconds: number;
  meanResponseMs: number;
}

/** The compiled core, or `null` where no compiler works. */
export function compileCore(): CompiledCore | null {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const binary = join(folder, 'core');
  for (const compiler of compilers) {
    try {
      execFileSync(compiler, ['-O2', '-std=c++17', '-o', binary, source], { stdio: 'ignore' });
    } catch {
      continue;
    }
    return {
      compiler: `${compiler} -O2`,
      run: (model, requestCount, seed) => runCore(binary, model, requestCount, seed),
      remove,
    };
  }
  remove();
  return null;
}

function runCore(binary: string, model: BenchCase, requestCount: number, seed: number): CoreRun {
  const stations = model.stations.flatMap(({ servers, meanServiceMs }) => [servers, meanServiceMs]);
  const parameters = [model.arrivalsPerMs, requestCount, seed, ...stations].map(String);
  const output = execFileSync(binary, parameters, { encoding: 'utf8' });
  const [events, seconds, meanResponseMs] = output.trim().split(' ').map(Number);
  return { events, seconds, meanResponseMs };
}
