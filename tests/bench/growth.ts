/** How the engine's cost grows: with stations, with timeouts, with requests in flight, with time. */

import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ArchitectureDocumentInput } from '../../src/architecture/document';
import type { Simulation } from '../../src/simulation/engine/simulation';
import { resultOf } from '../../src/simulation/measurement/summarize-run';
import { simulationOf } from './built-contestants';
import { benchCases, documentOf } from './cases';
import { median, processorSeconds } from './contestant';
import type { Print } from './report';

const stationCounts = [10, 100, 1000, 10_000];
const eventsPerTiming = 1_500_000;

/** A document has no more. */
const journeysMax = 100;

/** So many stations, each a queue of its own, in rows side by side: one row for each journey. */
function sideBySide(count: number): ArchitectureDocumentInput {
  const rowCount = Math.min(count, journeysMax);
  const ids = Array.from({ length: count }, (_, i) => `station-${i}`);
  const work = { work: { cpuMs: { kind: 'exponential' as const, mean: 5 } } };
  // The first of a row calls the others, one after the other.
  const othersOf = (i: number) =>
    i < rowCount ? ids.filter((_, k) => k > i && k % rowCount === i) : [];
  return {
    version: 1,
    id: 'bench-wide',
    modules: ids.map((id, i) => ({
      id,
      operations: { serve: [work, ...othersOf(i).map((other) => ({ call: `${other}.serve` }))] },
    })),
    journeys: ids.slice(0, rowCount).map((id) => ({ id, entry: `${id}.serve` })),
    load: { kind: 'open', arrivalRatePerSecond: 80 * rowCount },
    deployments: [
      {
        id: 'bench',
        units: ids.map((id) => ({ id, modules: [id], concurrency: 1000, acceptQueue: 1000 })),
      },
    ],
  };
}

/** Events per second of processor time, of so many events. */
function rateOf(simulation: Simulation, events: number): number {
  const before = simulation.events;
  const start = processorSeconds();
  simulation.runUntil(Number.POSITIVE_INFINITY, events);
  return (simulation.events - before) / (processorSeconds() - start);
}

export function scaling(rounds: number, print: Print): void {
  let first = Number.NaN;
  for (const count of stationCounts) {
    const document = sideBySide(count);
    const rates = Array.from({ length: rounds }, (_, round) => {
      const simulation = simulationOf(document, round + 1);
      // Customers have come to the end of the longest row by then.
      simulation.runUntil(1000);
      return rateOf(simulation, eventsPerTiming);
    });
    const rate = median(rates);
    if (Number.isNaN(first)) first = rate;
    print({
      bench: 'scaling',
      case: `${count} stations`,
      what: 'Faultline',
      value: rate / 1e6,
      unit: 'million/s',
      ratio: rate / first,
    });
  }
}

/** Case C with a timeout on every call that never comes, against the same without. */
export function timeouts(rounds: number, print: Print): void {
  const model = benchCases[benchCases.length - 1];
  if (model === undefined) return;
  const plain = documentOf(model);
  const [deployment] = plain.deployments;
  if (deployment === undefined) return;
  const policies = model.stations.slice(1).map((_, i) => ({
    caller: 'station-0',
    callee: `station-${i + 1}`,
    timeoutMs: 10_000,
  }));
  const guarded = { ...plain, deployments: [{ ...deployment, policies }] };
  const lengthMs = 300_000;
  const secondsOf = (document: ArchitectureDocumentInput, seed: number) => {
    const simulation = simulationOf(document, seed);
    const start = processorSeconds();
    simulation.runUntil(lengthMs);
    return processorSeconds() - start;
  };
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const ratio = secondsOf(guarded, round + 1) / secondsOf(plain, round + 1);
    if (round > 0) ratios.push(ratio);
  }
  print({
    bench: 'timeouts',
    case: `${model.id} ${model.name}`,
    what: 'on every call, to none',
    value: median(ratios),
    unit: 'times',
  });
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function bytesInUse(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** A replica has no more. */
const slotsMax = 100_000;

/** Everybody waits for ten seconds, and ten thousand come each second. */
function crowd(inFlight: number): ArchitectureDocumentInput {
  const waitMs = 10_000;
  return {
    version: 1,
    id: 'bench-crowd',
    modules: [{ id: 'hall', operations: { serve: [{ wait: { ms: waitMs } }] } }],
    journeys: [{ id: 'visit', entry: 'hall.serve' }],
    load: { kind: 'open', arrivalRatePerSecond: (inFlight * 1000) / waitMs },
    deployments: [
      {
        id: 'bench',
        units: [
          {
            id: 'hall',
            modules: ['hall'],
            replicas: Math.ceil((2 * inFlight) / slotsMax),
            concurrency: slotsMax,
          },
        ],
      },
    ],
  };
}

export function memory(_rounds: number, print: Print): void {
  for (const inFlight of [100_000, 1_000_000]) {
    const simulation = simulationOf(crowd(inFlight), 1);
    const before = bytesInUse();
    simulation.runUntil(10_000);
    const bytes = bytesInUse() - before;
    const count = resultOf(simulation).journeys.visit.inFlight;
    print({
      bench: 'memory',
      case: `${inFlight} in flight`,
      what: 'for each request',
      value: bytes / count,
      unit: 'bytes',
    });
  }
  const [, model] = benchCases;
  if (model === undefined) return;
  const simulation = simulationOf(documentOf(model), 1);
  simulation.runUntil(20_000);
  const before = bytesInUse();
  simulation.runUntil(400_000);
  print({
    bench: 'memory',
    case: 'twenty times longer',
    what: 'more than before',
    value: (bytesInUse() - before) / 1024,
    unit: 'KiB',
  });
}

/** The command line as a user has it, the start of its processes included. */
export function replications(_rounds: number, print: Print): void {
  const sweep = [
    ...[path.resolve('src/command/faultline.mjs'), 'sweep', 'payment-down'],
    ...['--deployment', 'monolith,microservices', '--seeds', '20', '--seconds', '90'],
  ];
  const cores = `both deployments, ${availableParallelism()} cores`;
  for (const [args, what] of [
    [[...sweep, '--alone'], cores],
    [sweep, `${cores}, each also without its fault`],
    [[sweep[0], '--version'], 'of which the start of the command line'],
  ] as const) {
    const start = Date.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error('The command line failed.');
    const value = (Date.now() - start) / 1000;
    print({ bench: 'replications', case: '20 seeds of 90 s', what, value, unit: 'seconds' });
  }
}
