/** How fast everyone is at the same models: in one run and in turns, so that all meet the same machine. */

import { bareLoop, coreContestant, fullEngine } from './built-contestants';
import { type BenchCase, benchCases } from './cases';
import { compileCore } from './compiled-core';
import { type Contestant, median, requestsOf, type Timing } from './contestant';
import type { Print } from './report';
import { simjsContestant } from './simjs';
import { simpyContestant } from './simpy';
import { simscriptContestant } from './simscript';

async function timingsOf(
  model: BenchCase,
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Timing[][]> {
  const timings: Timing[][] = contestants.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, contestant] of contestants.entries()) {
      const timing = await contestant.time(model, requestsOf(model, contestant), round + 1);
      // The first round is for the compiler in the engine.
      if (round > 0) timings[i]?.push(timing);
    }
  }
  return timings;
}

function notThere<T>(found: T | null, sentence: string): T[] {
  if (found !== null) return [found];
  console.error(sentence);
  return [];
}

export async function contest(rounds: number, print: Print): Promise<void> {
  const core = compileCore();
  const contestants = [
    ...notThere(core, 'No C++ compiler (g++, clang++): the bare C++ core is skipped.').map(
      coreContestant,
    ),
    bareLoop,
    fullEngine('in the kernel'),
    fullEngine('without it'),
    fullEngine('observed'),
    ...notThere(simpyContestant(), 'No SimPy (apt-get install python3-simpy): it is skipped.'),
    ...notThere(simjsContestant(), 'simjs cannot be fetched from npm: it is skipped.'),
    ...notThere(simscriptContestant(), 'simscript cannot be fetched from npm: it is skipped.'),
  ];
  for (const model of benchCases) {
    const timings = await timingsOf(model, contestants, rounds);
    const rates = timings.map((all) => median(all.map(({ eventsPerSecond }) => eventsPerSecond)));
    contestants.forEach(({ name }, i) => {
      print({
        bench: 'events per second',
        case: `${model.id} ${model.name}`,
        what: name,
        value: (rates[i] ?? Number.NaN) / 1e6,
        unit: 'million/s',
        ratio: (rates[i] ?? Number.NaN) / (rates[0] ?? Number.NaN),
        meanResponseMs: median((timings[i] ?? []).map(({ meanResponseMs }) => meanResponseMs)),
      });
    });
  }
  core?.remove();
}
