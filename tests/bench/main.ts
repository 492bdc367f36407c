/**
 * `npm run bench`: how fast the engine is next to others, how its cost grows,
 * and what it keeps in memory. `--json` prints JSON lines, `--rounds N`
 * (default 5) says how often each is timed, `--only NAME,…` chooses. Times are
 * processor time, but for those of many seeds on all cores.
 */
import { parseArgs } from 'node:util';
import { contest } from './contest';
import { memory, replications, scaling, timeouts } from './growth';
import { type Print, printJson, tablePrinter } from './report';

const benches: Record<string, (rounds: number, print: Print) => void | Promise<void>> = {
  contest,
  scaling,
  timeouts,
  memory,
  replications,
};

const names = Object.keys(benches);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: names.join() },
    },
  });
  const rounds = Math.max(1, Number(values.rounds) || 5);
  const print = values.json ? printJson : tablePrinter();
  if (!values.json) console.log(`Medians of ${rounds} rounds; × to the first line of each case.`);
  for (const name of values.only.split(',')) {
    const bench = benches[name];
    if (bench === undefined) throw new Error(`There is no ${name}; there are ${names.join(', ')}.`);
    await bench(rounds, print);
  }
}

await main();
