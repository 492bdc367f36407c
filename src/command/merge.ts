import { readFile } from 'node:fs/promises';
import { formatFor } from '../i18n/format';
import type { MeanInterval } from '../simulation/replications/mean-interval';
import {
  type Figures,
  type SweepGroup,
  summarizeSweep,
} from '../simulation/replications/summarize-sweep';
import type { SweepRow } from '../simulation/replications/sweep-row';
import { CommandError } from './command-error';
import { readFlags } from './read-flags';
import { table } from './table';

const format = formatFor('en');

/** `merge FILE…`: joins the JSON lines of a sweep's shards; means, intervals and paired differences. */
export async function merge(args: readonly string[]): Promise<string> {
  const flags = readFlags(args, { json: 'boolean' });
  if (flags.positionals.length === 0) {
    throw new CommandError(['merge: name the files that `faultline sweep` has written']);
  }
  const rows = await Promise.all(flags.positionals.map(rowsOf));
  const groups = summarizeSweep(rows.flat());
  if (flags.isGiven('json')) return JSON.stringify(groups, null, 2);
  return groups.map(groupTable).join('\n\n');
}

async function rowsOf(file: string): Promise<SweepRow[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new CommandError([`${file}: the file cannot be read`]);
  }
  const lines = text.split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [rowOf(line, file, index + 1)]));
}

function rowOf(line: string, file: string, number: number): SweepRow {
  const wrong = () =>
    new CommandError([`${file}:${number}: this is no line of a sweep; was the file cut short?`]);
  let row: Partial<SweepRow> | null;
  try {
    row = JSON.parse(line);
  } catch {
    throw wrong();
  }
  const { document, vary, deployment, seed, result } = row ?? {};
  const isSound =
    typeof document === 'string' &&
    typeof deployment === 'string' &&
    typeof seed === 'number' &&
    typeof vary === 'object' &&
    typeof result?.journeys === 'object';
  if (!isSound || !vary || !result) throw wrong();
  return { document, vary, deployment, seed, result };
}

function groupTable({ document, vary, deployments, differences }: SweepGroup): string {
  const settings = Object.entries(vary).map(([path, value]) => `${path} = ${value}`);
  const columns = [...Object.entries(deployments), ...Object.entries(differences)];
  const names = [...new Set(columns.flatMap(([, { figures }]) => Object.keys(figures)))];
  const header = ['mean ± half of the 95 % interval', ...columns.map(([id]) => id)];
  const seeds = ['seeds', ...columns.map(([, column]) => format.number(column.seeds))];
  const rows = names.map((name) => [
    name,
    ...columns.map(([, { figures }]) => cell(figures, name)),
  ]);
  return [[document, ...settings].join(', '), table([header, seeds, ...rows])].join('\n');
}

function cell(figures: Figures, name: string): string {
  const interval: MeanInterval | undefined = figures[name];
  if (!interval) return '–';
  const digits = (value: number) => value.toPrecision(4);
  const { mean, halfWidth } = interval;
  return halfWidth === null ? digits(mean) : `${digits(mean)} ± ${halfWidth.toPrecision(2)}`;
}
