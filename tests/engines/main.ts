/**
 * `npm run test:engines`: the same runs in every JavaScript engine that this
 * machine has, and whether all of them come to the same bits. `--report FILE`
 * writes the counts as JSON as well.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { thisMachine } from '../../scripts/machine.ts';
import type { Counts } from '../../scripts/test-counts.ts';
import type { Answer } from './answers';
import { bundle } from './bundle';
import { compareAnswers, readAnswers } from './compare';
import { type Bundle, type FoundEngine, installMissing, knownEngines } from './find-engines';
import { hashOf } from './manners';

interface Computed {
  engine: FoundEngine;
  answers: Answer[];
  builtIns: string;
  seconds: number;
  /** Why it did not come to its end. */
  error: string | null;
}

async function compute(engine: FoundEngine, runs: Bundle): Promise<Computed> {
  const startMs = Date.now();
  const seconds = () => (Date.now() - startMs) / 1000;
  try {
    const { answers, farewell } = readAnswers(await engine.run(runs));
    console.log(`  ${engine.name}: ${answers.length} runs in ${seconds().toFixed(0)} s`);
    return { engine, answers, builtIns: farewell.builtIns, seconds: seconds(), error: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`  ${engine.name}: ${reason}`);
    return { engine, answers: [], builtIns: '–', seconds: seconds(), error: reason };
  }
}

/** Two at a time: as many as there are cores in a small machine. */
async function computeAll(engines: readonly FoundEngine[], runs: Bundle): Promise<Computed[]> {
  const computed: Computed[] = [];
  const waiting = [...engines.entries()];
  const takeTurns = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, engine] = next;
      computed[index] = await compute(engine, runs);
    }
  };
  await Promise.all([takeTurns(), takeTurns()]);
  return computed;
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  for (const row of rows) {
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

function printDigests(reference: readonly Answer[]): void {
  const plain = reference.filter(({ manner }) => manner === 'at one go');
  print([['run', 'digest'], ...plain.map(({ run, digest }) => [run, digest])]);
}

function judge(computed: readonly Computed[]): Counts {
  const reference = computed[0]?.answers ?? [];
  const counts: Counts = { passed: 0, failures: [] };
  const rows = [['engine', 'version', 'all digests', 'its own Math.log …', 'passed', 'failed']];
  for (const { engine, answers, builtIns, error } of computed) {
    const { passed, failures } =
      error === null ? compareAnswers(reference, answers) : { passed: 0, failures: [error] };
    counts.passed += passed;
    counts.failures.push(...failures.map((failure) => `${engine.name}: ${failure}`));
    const hash = hashOf(answers.map((answer) => JSON.stringify(answer)).join('\n'));
    rows.push([
      engine.name,
      engine.version,
      hash,
      builtIns,
      String(passed),
      String(failures.length),
    ]);
  }
  console.log('');
  printDigests(reference);
  console.log('');
  print(rows);
  return counts;
}

async function main(reportFile: string | undefined): Promise<void> {
  installMissing(
    knownEngines.filter(({ find }) => find(thisMachine).length === 0),
    thisMachine,
  );
  const found = knownEngines.map((known) => ({ known, engines: known.find(thisMachine) }));
  const folder = mkdtempSync(path.join(tmpdir(), 'faultline-engines-'));
  const file = path.join(folder, 'runs.js');
  const text = await bundle();
  writeFileSync(file, text);
  const computed = await computeAll(
    found.flatMap(({ engines }) => engines),
    { file, text },
  );
  rmSync(folder, { recursive: true });
  const { passed, failures } = judge(computed);
  for (const { known, engines } of found) {
    if (engines.length > 0) continue;
    console.log(
      `${known.name} is not on this machine and was not tried: apt-get install ${known.debianPackage}`,
    );
  }
  for (const failure of failures) console.log(`✗ ${failure}`);
  if (reportFile !== undefined) writeFileSync(reportFile, JSON.stringify({ passed, failures }));
  console.log(`\n${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

const { values } = parseArgs({ options: { report: { type: 'string' } } });
await main(values.report);
