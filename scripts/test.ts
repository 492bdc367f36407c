/**
 * `npm test`: runs all stages, those after a failure too, and ends with one
 * line that gives the counts. Exit code 1 when anything failed, 2 when it was
 * called wrongly.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Outcome, runStage, type Stage, stages } from './test-stages.ts';

const usage = `Usage: npm test [-- --only STAGE,STAGE | --with STAGE]

Stages, in their order:
${stages.map(lineOf).join('\n')}`;

function lineOf({ name, what, isOnRequest }: Stage): string {
  return `  ${name.padEnd(9)}${what}${isOnRequest ? '; only with --only or --with' : ''}`;
}

/** The stages to run, or a sentence about what is wrong with the arguments, or the help. */
function readArguments(args: string[]): Stage[] | string | 'help' {
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: 'string' },
        with: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    const usual = stages.filter(({ isOnRequest }) => !isOnRequest).map(({ name }) => name);
    const more = values.with?.split(',') ?? [];
    const names = [...(values.only?.split(',') ?? usual), ...more];
    const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
    if (unknown === undefined) return stages.filter(({ name }) => names.includes(name));
    return `There is no stage "${unknown}"; there are ${stages.map(({ name }) => name).join(', ')}.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function summaryOf({ stage, passed, failures, seconds }: Outcome): string {
  const mark = failures.length === 0 ? '✓' : '✗';
  const counts = `${passed} passed${failures.length === 0 ? '' : `, ${failures.length} failed`}`;
  const line = `${mark} ${stage.name.padEnd(9)}${counts.padEnd(26)}${seconds.toFixed(1).padStart(6)} s`;
  return [line, ...failures.map((failure) => `    ✗ ${failure}`)].join('\n');
}

const chosen = readArguments(process.argv.slice(2));
if (chosen === 'help') {
  console.log(usage);
} else if (typeof chosen === 'string') {
  console.error(chosen);
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(path.join(tmpdir(), 'faultline-test-'));
  const outcomes = chosen.map((stage) => {
    console.log(`\n── ${stage.name}: ${stage.what} ──`);
    return runStage(stage, folder);
  });
  rmSync(folder, { recursive: true });
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failures.length, 0);
  console.log(`\n${outcomes.map(summaryOf).join('\n')}\n\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
