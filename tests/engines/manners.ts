/** Ways to come to the end of a run. Whatever the way, the run is the same. */

import { Simulation } from '../../src/simulation/engine/simulation';
import { kernelThere } from '../../src/simulation/kernel/kernel';
import { kernelRunOf } from '../../src/simulation/kernel/kernel-run';
import { resultOf } from '../../src/simulation/measurement/summarize-run';
import type { EngineRun } from './runs';

export interface Outcome {
  /** A hash over every completed request. */
  digest: string;
  /** A hash over all that was measured. */
  figures: string;
  /** A hash over all that a watcher saw; absent where nobody watched. */
  frames?: string;
}

export interface Manner {
  name: string;
  /** Whether it is tried with every seed, or with the first alone. */
  isForEverySeed: boolean;
  reach: (run: EngineRun) => Outcome;
}

/** FNV-1a, 32 bits, over UTF-16. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function simulationOf(
  { document, deploymentId, seed }: EngineRun,
  options: { isObserved?: boolean; kernel?: typeof kernelRunOf } = {},
): Simulation {
  return new Simulation({ document, deploymentId, seed, warmupMs: 2000, ...options });
}

function outcomeOf(simulation: Simulation): Outcome {
  return { digest: simulation.digest(), figures: hashOf(JSON.stringify(resultOf(simulation))) };
}

/** Runs on to an instant, by batches of so many events, and does what the script says on the way. */
function advance(
  simulation: Simulation,
  { script }: EngineRun,
  toMs: number,
  eventLimit = Number.POSITIVE_INFINITY,
): void {
  const fromMs = simulation.nowMs;
  const reach = (timeMs: number) => {
    while (!simulation.runUntil(timeMs, eventLimit));
  };
  for (const { atMs, command } of script) {
    if (atMs <= fromMs || atMs > toMs) continue;
    reach(atMs);
    simulation.apply(command);
  }
  reach(toMs);
}

function inBatches(eventLimit?: number): Manner['reach'] {
  return (run) => {
    const simulation = simulationOf(run);
    advance(simulation, run, run.lengthMs, eventLimit);
    return outcomeOf(simulation);
  };
}

/** In WebAssembly, which has a compiler and an arithmetic of its own. */
function inKernel(run: EngineRun): Outcome {
  if (kernelThere() === null) throw new Error('The kernel cannot be compiled here.');
  const simulation = simulationOf(run, { kernel: kernelRunOf });
  advance(simulation, run, run.lengthMs);
  return outcomeOf(simulation);
}

/** To two thirds, back to a third, on to a half, back again, and to the end. */
function sought(run: EngineRun): Outcome {
  const simulation = simulationOf(run);
  const part = (share: number) => Math.floor(run.lengthMs * share);
  advance(simulation, run, part(1 / 3));
  const checkpoint = simulation.checkpoint();
  for (const share of [2 / 3, 1 / 2]) {
    advance(simulation, run, part(share));
    simulation.restore(checkpoint);
  }
  advance(simulation, run, run.lengthMs);
  return outcomeOf(simulation);
}

/** A fork of a run that goes on itself. */
function forked(run: EngineRun): Outcome {
  const simulation = simulationOf(run);
  advance(simulation, run, Math.floor(run.lengthMs / 2));
  const fork = simulation.fork();
  advance(simulation, run, Math.floor(run.lengthMs * 0.6));
  advance(fork, run, run.lengthMs);
  return outcomeOf(fork);
}

/** Under the eyes of a watcher who takes a frame every second. */
function watched(run: EngineRun): Outcome {
  const simulation = simulationOf(run, { isObserved: true });
  simulation.setSampling(16);
  let frames = '';
  for (let timeMs = 1000; timeMs <= run.lengthMs; timeMs += 1000) {
    advance(simulation, run, timeMs);
    const frame = JSON.stringify(simulation.takeFrame(), (_, value: unknown) =>
      ArrayBuffer.isView(value) ? [...(value as Float64Array)].map(String) : value,
    );
    frames = hashOf(frames + frame);
  }
  return { ...outcomeOf(simulation), frames };
}

export const manners: readonly Manner[] = [
  { name: 'at one go', isForEverySeed: true, reach: inBatches() },
  { name: 'in the kernel', isForEverySeed: true, reach: inKernel },
  { name: 'event by event', isForEverySeed: false, reach: inBatches(1) },
  { name: 'in batches of 97 events', isForEverySeed: false, reach: inBatches(97) },
  { name: 'sought back and forth', isForEverySeed: true, reach: sought },
  { name: 'as a fork', isForEverySeed: false, reach: forked },
  { name: 'watched', isForEverySeed: false, reach: watched },
];
