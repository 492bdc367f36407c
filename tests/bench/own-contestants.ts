/** The bare C++ core, a bare loop on the engine's parts, and the engine. */

import { checkDocument } from '../../src/architecture/check-document';
import type { ArchitectureDocumentInput } from '../../src/architecture/document';
import { Simulation } from '../../src/simulation/engine/simulation';
import { kernelRunOf } from '../../src/simulation/kernel/kernel-run';
import { resultOf } from '../../src/simulation/measurement/summarize-run';
import { BareLoop } from './bare-loop';
import { documentOf, eventsPerRequest } from './cases';
import type { CompiledCore } from './compiled-core';
import { type Contestant, processorSeconds } from './contestant';

const events = 3_000_000;

export function coreContestant(core: CompiledCore): Contestant {
  return {
    name: `C++ priority_queue (${core.compiler})`,
    events,
    time: (model, requestCount, seed) => {
      const { events, seconds, meanResponseMs } = core.run(model, requestCount, seed);
      return { eventsPerSecond: events / seconds, meanResponseMs };
    },
  };
}

export const bareLoop: Contestant = {
  name: 'TypeScript, bare loop',
  events,
  time: (model, requestCount, seed) => {
    const loop = new BareLoop(model, seed);
    const start = processorSeconds();
    const meanResponseMs = loop.run(requestCount);
    return { eventsPerSecond: loop.events / (processorSeconds() - start), meanResponseMs };
  },
};

export function simulationOf(
  input: ArchitectureDocumentInput,
  seed: number,
  way: Way = 'in the kernel',
): Simulation {
  const checked = checkDocument(input);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const { document } = checked;
  const kernel = way === 'in the kernel' ? { kernel: kernelRunOf } : {};
  const isObserved = way === 'observed';
  return new Simulation({ document, deploymentId: 'bench', seed, isObserved, ...kernel });
}

/** How the engine is run: as many runs are, by itself, or with all that a watcher is shown. */
export type Way = 'in the kernel' | 'without it' | 'observed';

export function fullEngine(way: Way): Contestant {
  return {
    name: `Faultline, ${way}`,
    events,
    time: (model, requestCount, seed) => {
      const simulation = simulationOf(documentOf(model), seed, way);
      const start = processorSeconds();
      simulation.runUntil(requestCount / model.arrivalsPerMs);
      const seconds = processorSeconds() - start;
      const { arrivals, latencyMs } = resultOf(simulation).journeys.visit ?? {};
      return {
        // What the model asks for, not what the engine needs for it.
        eventsPerSecond: ((arrivals ?? 0) * eventsPerRequest(model)) / seconds,
        meanResponseMs: latencyMs?.mean ?? Number.NaN,
      };
    },
  };
}
