/** simjs, a simulator in the tradition of SIMULA for browsers (2011, MIT). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventsPerRequest } from './cases';
import { type Contestant, processorSeconds } from './contestant';
import { packageFolder } from './package-cache';

const version = '2.0.3';

interface Request {
  done(callback: () => void): Request;
}
interface Facility {
  readonly brand: 'facility';
}
interface Sim {
  time(): number;
  addEntity(entity: unknown): unknown;
  simulate(endTime: number): boolean;
}
interface Entity {
  setTimer(delay: number): Request;
  useFacility(facility: Facility, duration: number): Request;
}
interface Library {
  Sim: new () => Sim;
  Entity: new (sim: Sim, name?: string) => Entity;
  Facility: (new (
    name: string,
    discipline: number,
    servers: number,
  ) => Facility) & { FCFS: number };
  Random: new (seed: number) => { exponential(rate: number): number };
}

export function simjsContestant(): Contestant | null {
  const folder = packageFolder(`simjs@${version}`);
  if (folder === null) return null;
  const { Sim, Entity, Facility, Random } = loadLibrary(path.join(folder, 'sim.js'));
  return {
    name: `simjs ${version}`,
    events: 300_000,
    time: (model, requestCount, seed) => {
      const random = new Random(seed);
      const sim = new Sim();
      const stations = model.stations.map(
        ({ servers }, i) => new Facility(`station-${i}`, Facility.FCFS, servers),
      );
      let totalMs = 0;
      let served = 0;
      let arrived = 0;
      class Customers extends Entity {
        start(): void {
          this.expectNext();
        }
        private expectNext(): void {
          this.setTimer(random.exponential(model.arrivalsPerMs)).done(() => {
            if (++arrived < requestCount) this.expectNext();
            this.visit(0, sim.time());
          });
        }
        private visit(index: number, bornMs: number): void {
          const station = stations[index];
          if (station === undefined) {
            totalMs += sim.time() - bornMs;
            served++;
          } else {
            const serviceMs = random.exponential(1 / model.stations[index].meanServiceMs);
            // biome-ignore lint/correctness/useHookAtTopLevel: it is no hook of React
            this.useFacility(station, serviceMs).done(() => this.visit(index + 1, bornMs));
          }
        }
      }
      sim.addEntity(Customers);
      const start = processorSeconds();
      sim.simulate(Number.MAX_VALUE);
      const seconds = processorSeconds() - start;
      return {
        eventsPerSecond: (served * eventsPerRequest(model)) / seconds,
        meanResponseMs: totalMs / served,
      };
    },
  };
}

/** The published file is a bundle that exports nothing, but its value is the function that finds its modules. */
function loadLibrary(file: string): Library {
  const text = readFileSync(file, 'utf8');
  const entry = Number(/\},\{\},\[(\d+)\]\)/.exec(text)?.[1]);
  const load = new Function(`return ${text}`)() as (id: number) => Library;
  return load(entry);
}
