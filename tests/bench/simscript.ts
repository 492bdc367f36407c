/** simscript, a process-oriented simulator with promises (2021, ISC). */
import { createRequire } from 'node:module';
import path from 'node:path';
import { eventsPerRequest } from './cases';
import { type Contestant, processorSeconds } from './contestant';
import { packageFolder } from './package-cache';

const version = '1.0.37';

interface Queue {
  readonly brand: 'queue';
}
interface Simulation {
  timeNow: number;
  start(): Promise<void>;
  finished: { addEventListener(callback: () => void): void };
  yieldInterval: number;
  generateEntities(type: unknown, interval: unknown, max: number): void;
}
interface Entity {
  readonly simulation: Simulation;
  enterQueue(queue: Queue): Promise<void>;
  leaveQueue(queue: Queue): void;
  delay(ms: number): Promise<number>;
}
interface Library {
  Simulation: new () => Simulation;
  Entity: new () => Entity;
  Queue: new (name: string, capacity: number) => Queue;
  Exponential: new (mean: number, seed: number) => { sample(): number };
}

export function simscriptContestant(): Contestant | null {
  const folder = packageFolder(`simscript@${version}`);
  if (folder === null) return null;
  const require = createRequire(import.meta.url);
  const library = require(path.join(folder, 'dist/index.js')) as Library;
  const { Simulation, Entity, Queue, Exponential } = library;
  return {
    name: `simscript ${version}`,
    events: 30_000,
    time: async (model, requestCount, seed) => {
      const stations = model.stations.map(({ servers, meanServiceMs }, i) => ({
        queue: new Queue(`station-${i}`, servers),
        service: new Exponential(meanServiceMs, seed * 100 + i),
      }));
      let totalMs = 0;
      let served = 0;
      class Visit extends Entity {
        async script(): Promise<void> {
          const { simulation } = this;
          const bornMs = simulation.timeNow;
          for (const { queue, service } of stations) {
            await this.enterQueue(queue);
            await this.delay(service.sample());
            this.leaveQueue(queue);
          }
          totalMs += simulation.timeNow - bornMs;
          served++;
        }
      }
      const simulation = new Simulation();
      // Nobody watches: it need not wait for the next frame of a screen.
      simulation.yieldInterval = Number.POSITIVE_INFINITY;
      const interval = new Exponential(1 / model.arrivalsPerMs, seed * 100 + 99);
      simulation.generateEntities(Visit, interval, requestCount);
      const start = processorSeconds();
      await new Promise<void>((resolve) => {
        simulation.finished.addEventListener(resolve);
        void simulation.start();
      });
      const seconds = processorSeconds() - start;
      return {
        eventsPerSecond: (served * eventsPerRequest(model)) / seconds,
        meanResponseMs: totalMs / served,
      };
    },
  };
}
