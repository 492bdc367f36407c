/**
 * `npm run bench`: how fast the engine is, next to a bare loop on the same
 * parts and a bare C++ core, in one run and in turns, so that all of them meet
 * the same machine. `--json` prints JSON lines, `--rounds N` (default 5) says
 * how often each is timed. Times are processor time.
 */
import { checkDocument } from '../../src/architecture/check-document';
import { Simulation } from '../../src/simulation/engine/simulation';
import { BareLoop } from './bare-loop';
import { type BenchCase, benchCases, documentOf, eventsPerRequest } from './cases';
import { type CompiledCore, compileCore } from './compiled-core';

/** Long enough that a timing's start and end do not matter. */
const eventsPerTiming = 3_000_000;

interface Timing {
  eventsPerSecond: number;
  meanResponseMs: number;
}

interface Contestant {
  name: string;
  time: (model: BenchCase, seed: number) => Timing;
}

/** Processor time of this process, its garbage collection included: a busy machine does not add to it. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function requestsOf(model: BenchCase): number {
  return Math.round(eventsPerTiming / eventsPerRequest(model));
}

function coreContestant(core: CompiledCore): Contestant {
  return {
    name: `C++ priority_queue (${core.compiler})`,
    time: (model, seed) => {
      const { events, seconds, meanResponseMs } = core.run(model, requestsOf(model), seed);
      return { eventsPerSecond: events / seconds, meanResponseMs };
    },
  };
}

const bareLoop: Contestant = {
  name: 'TypeScript, bare loop',
  time: (model, seed) => {
    const loop = new BareLoop(model, seed);
    const start = processorSeconds();
    const meanResponseMs = loop.run(requestsOf(model));
    return { eventsPerSecond: loop.events / (processorSeconds() - start), meanResponseMs };
  },
};

function fullEngine(name: string, isObserved: boolean): Contestant {
  return {
    name,
    time: (model, seed) => {
      const checked = checkDocument(documentOf(model));
      if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
      const simulation = new Simulation({
        document: checked.document,
        deploymentId: 'bench',
        seed,
        isObserved,
      });
      const start = processorSeconds();
      simulation.runUntil(requestsOf(model) / model.arrivalsPerMs);
      const seconds = processorSeconds() - start;
      const { arrivals, latencyMs } = simulation.result().journeys.visit ?? {};
      return {
        // What the model asks for, not what the engine needs for it.
        eventsPerSecond: ((arrivals ?? 0) * eventsPerRequest(model)) / seconds,
        meanResponseMs: latencyMs?.mean ?? Number.NaN,
      };
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Everyone's timings of a case: round by round, all contestants in turn. */
function timeCase(
  model: BenchCase,
  contestants: readonly Contestant[],
  rounds: number,
): Timing[][] {
  const timings: Timing[][] = contestants.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    contestants.forEach((contestant, i) => {
      const timing = contestant.time(model, round + 1);
      // The first round is for the compiler in the engine.
      if (round > 0) timings[i]?.push(timing);
    });
  }
  return timings;
}

interface Row {
  case: string;
  contestant: string;
  millionEventsPerSecond: number;
  /** Of the first contestant's rate. */
  ratio: number;
  meanResponseMs: number;
}

function rowsOf(model: BenchCase, contestants: readonly Contestant[], timings: Timing[][]): Row[] {
  const rates = timings.map((all) => median(all.map(({ eventsPerSecond }) => eventsPerSecond)));
  return contestants.map(({ name }, i) => ({
    case: `${model.id} ${model.name}`,
    contestant: name,
    millionEventsPerSecond: (rates[i] ?? Number.NaN) / 1e6,
    ratio: (rates[i] ?? Number.NaN) / (rates[0] ?? Number.NaN),
    meanResponseMs: median((timings[i] ?? []).map(({ meanResponseMs }) => meanResponseMs)),
  }));
}

function print(rows: readonly Row[], isJson: boolean): void {
  for (const row of rows) {
    if (isJson) {
      console.log(JSON.stringify(row));
      continue;
    }
    const rate = row.millionEventsPerSecond.toFixed(2).padStart(8);
    const ratio = row.ratio.toFixed(2).padStart(7);
    const mean = row.meanResponseMs.toFixed(3).padStart(10);
    console.log(`${row.case.padEnd(16)}${row.contestant.padEnd(36)}${rate}${ratio}${mean}`);
  }
}

function main(parameters: readonly string[]): void {
  const isJson = parameters.includes('--json');
  const roundsAt = parameters.indexOf('--rounds');
  const rounds = roundsAt < 0 ? 5 : Math.max(1, Number(parameters[roundsAt + 1]) || 5);
  const core = compileCore();
  const contestants = [
    ...(core ? [coreContestant(core)] : []),
    bareLoop,
    fullEngine('full engine', false),
    fullEngine('full engine, observed', true),
  ];
  if (!core) console.error('No C++ compiler found (g++, clang++): the bare C++ core is skipped.');
  if (!isJson) {
    const heading = `${'million events/s'.padStart(60)}  ratio  mean ms`;
    console.log(`${heading}\nMedians of ${rounds} rounds; ratios to the first line of each case.`);
  }
  for (const model of benchCases) {
    print(rowsOf(model, contestants, timeCase(model, contestants, rounds)), isJson);
  }
  core?.remove();
}

main(process.argv.slice(2));
