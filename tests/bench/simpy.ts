/** SimPy, the simulator that most people learn with, in the age that this machine has. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { eventsPerRequest } from './cases';
import type { Contestant } from './contestant';

const script = fileURLToPath(new URL('simpy-stations.py', import.meta.url));

/** A Python of one's own often hides the one of the system, which has Debian's package. */
const pythons = ['python3', '/usr/bin/python3'];

function answer(python: string, parameters: readonly string[]): string {
  try {
    return execFileSync(python, [script, ...parameters], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

export function simpyContestant(): Contestant | null {
  const python = pythons.find((name) => answer(name, []) !== '');
  if (python === undefined) return null;
  return {
    name: answer(python, []),
    events: 100_000,
    time: (model, requestCount, seed) => {
      const stations = model.stations.flatMap(({ servers, meanServiceMs }) => [
        servers,
        meanServiceMs,
      ]);
      const parameters = [model.arrivalsPerMs, requestCount, seed, ...stations].map(String);
      const [seconds, meanResponseMs] = answer(python, parameters).split(' ').map(Number);
      return {
        eventsPerSecond: (requestCount * eventsPerRequest(model)) / (seconds ?? Number.NaN),
        meanResponseMs: meanResponseMs ?? Number.NaN,
      };
    },
  };
}
