/** What an engine answers, a line of JSON for each run and manner. */
import { hashOf, manners, type Outcome } from './manners';
import { engineRuns } from './runs';

export interface Answer extends Outcome {
  run: string;
  manner: string;
}

/** The last line of an engine that came to its end. */
export interface Farewell {
  isDone: true;
  /** A hash over the engine's own Math.log and its like, which nobody promises to be the same. */
  builtIns: string;
}

export function answerAll(say: (line: string) => void): void {
  for (const run of engineRuns()) {
    for (const { name, isForEverySeed, reach } of manners) {
      if (!isForEverySeed && run.seed !== 1) continue;
      const answer: Answer = { run: run.name, manner: name, ...reach(run) };
      say(JSON.stringify(answer));
    }
  }
  const farewell: Farewell = { isDone: true, builtIns: builtIns() };
  say(JSON.stringify(farewell));
}

function builtIns(): string {
  const values: number[] = [];
  for (let i = 1; i <= 20_000; i++) {
    const x = i / 1000;
    values.push(Math.log(x), Math.exp(x), Math.sin(x), Math.tan(x), x ** 1.7, Math.cosh(x));
  }
  return hashOf(values.join());
}
