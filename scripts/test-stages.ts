import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Counts, countPlaywright, countVitest } from './test-counts.ts';

export interface Stage {
  name: string;
  what: string;
  /** Runs only when it is asked for by name. */
  isOnRequest?: true;
  /** A program of node_modules and its arguments; `report` is where it may write its JSON. */
  command(report: string): string[];
  /** Absent for a stage that is one check: it passed or it did not. */
  count?(report: string): Counts;
}

const root = process.cwd();
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

function vitestStage(name: string, what: string): Stage {
  return {
    name,
    what,
    command: (report) => [
      ...['vitest', 'run', '--project', name, '--reporter=default'],
      ...['--reporter=json', `--outputFile.json=${report}`],
    ],
    count: (report) => countVitest(readJson(report), root),
  };
}

/** In the order in which they run: the quick ones first. */
export const stages: readonly Stage[] = [
  { name: 'format', what: 'formatting (Biome)', command: () => ['biome', 'format', '.'] },
  { name: 'types', what: 'types (TypeScript)', command: () => ['tsc', '--noEmit'] },
  {
    name: 'lint',
    what: 'lint and order of imports (Biome)',
    command: () => ['biome', 'check', '--formatter-enabled=false', '--error-on-warnings', '.'],
  },
  vitestStage('unit', 'unit tests (Vitest)'),
  vitestStage('laws', 'the engine against queueing theory (Vitest)'),
  {
    name: 'browser',
    what: 'the built page in a real browser (Playwright)',
    command: () => ['playwright', 'test', '--reporter=list,json'],
    count: (report) => countPlaywright(readJson(report)),
  },
  {
    name: 'engines',
    what: 'the same bits from every JavaScript engine',
    isOnRequest: true,
    command: (report) => ['tsx', 'tests/engines/main.ts', '--report', report],
    count: readJson,
  },
];

export interface Outcome extends Counts {
  stage: Stage;
  seconds: number;
}

/** Runs one stage, its output shown as it comes. `folder` is for its report. */
export function runStage(stage: Stage, folder: string): Outcome {
  const report = path.join(folder, `${stage.name}.json`);
  const [program = '', ...args] = stage.command(report);
  const startMs = Date.now();
  const { status } = spawnSync(path.join('node_modules/.bin', program), args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    shell: process.platform === 'win32',
  });
  const isOk = status === 0;
  const counts = existsSync(report) && stage.count ? stage.count(report) : null;
  const { passed, failures } = counts ?? { passed: isOk ? 1 : 0, failures: [] };
  return {
    stage,
    seconds: (Date.now() - startMs) / 1000,
    passed,
    // A stage that ends badly without naming a failed test counts as one failure.
    failures: !isOk && failures.length === 0 ? [`${stage.name}: see its output above`] : failures,
  };
}
