/** The run host with the engine, for where it has to work in the page itself. */
import { Simulation } from '../simulation/engine/simulation';
import { deferByMessage } from './defer-by-message';
import type { WorkerMessage } from './protocol';
import { RunHost } from './run-host';

export function createInPageHost(post: (message: WorkerMessage) => void): RunHost {
  return new RunHost({
    createSimulation: (options) => new Simulation(options),
    post,
    now: () => performance.now(),
    defer: deferByMessage(),
  });
}
