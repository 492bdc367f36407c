import { checkLaw } from '../simulation/laws/check-law';
import type { LawOutcome } from '../simulation/laws/law';
import { laws } from '../stories/laws';
import { CommandError } from './command-error';
import { readFlags } from './read-flags';
import { table } from './table';

/** `verify`: runs every law of queueing theory and prints how the engine compares. */
export async function verify(args: readonly string[]): Promise<string> {
  const flags = readFlags(args, { json: 'boolean', law: 'string' });
  if (flags.positionals.length > 0) {
    throw new CommandError([
      `verify: takes no ${flags.positionals.join(', ')}; --law TEXT chooses`,
    ]);
  }
  const wanted = flags.text('law')?.toLowerCase() ?? '';
  const chosen = laws.filter(({ law }) => law.toLowerCase().includes(wanted));
  if (chosen.length === 0) {
    const names = [...new Set(laws.map(({ law }) => law))];
    throw new CommandError([
      `--law ${wanted}: there is no such law; there are ${names.join(', ')}`,
    ]);
  }
  const outcomes = chosen.flatMap(checkLaw);
  const failed = outcomes.filter((outcome) => !isUpheld(outcome)).length;
  if (failed > 0) process.exitCode = 1;
  if (flags.isGiven('json')) return JSON.stringify(outcomes, null, 2);
  const header = ['law', 'case', 'figure', 'theory', 'simulated', '± 99 %', 'tolerance', 'verdict'];
  const count = outcomes.length - failed;
  return `${table([header, ...outcomes.map(row)])}\n\n${count} agree, ${failed} disagree`;
}

function isUpheld({ agrees, isSharp }: LawOutcome): boolean {
  return agrees && isSharp;
}

function row(outcome: LawOutcome): string[] {
  const figure = (value: number) => value.toPrecision(5);
  const verdict = outcome.isSharp ? 'disagrees' : 'too few runs to tell';
  return [
    outcome.law,
    outcome.parameters,
    outcome.figure,
    figure(outcome.theory),
    figure(outcome.simulated),
    outcome.halfWidth.toPrecision(2),
    outcome.tolerance.toPrecision(2),
    isUpheld(outcome) ? 'agrees' : verdict,
  ];
}
