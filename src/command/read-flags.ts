import { parseArgs } from 'node:util';
import { nearest } from '../architecture/nearest';
import { CommandError, meant } from './command-error';

/** `string` takes a value, `strings` too and may be given again, `boolean` takes none. */
export type FlagTypes = Record<string, 'string' | 'strings' | 'boolean'>;

export interface Flags {
  positionals: string[];
  /** The value of a flag, null where it was not given. */
  text(name: string): string | null;
  /** The values of a flag that may be given again. */
  texts(name: string): string[];
  isGiven(name: string): boolean;
  /** A number within bounds, `otherwise` where the flag was not given. */
  number(
    name: string,
    otherwise: number,
    bounds: { min: number; max: number; isWhole?: boolean },
  ): number;
}

/** Reads the arguments after the command's name; throws CommandError with every wrong flag at once. */
export function readFlags(args: readonly string[], types: FlagTypes): Flags {
  const options = Object.fromEntries(
    Object.entries(types).map(([name, type]) => {
      return [name, { type: type === 'boolean' ? type : 'string' }] as const;
    }),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const positionals: string[] = [];
  const given = new Map<string, (string | true)[]>();
  const wrong: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (type === undefined) wrong.push(unknownFlag(rawName, types));
    else if (given.has(name) && type !== 'strings')
      wrong.push(`${rawName} is given twice; keep one`);
    else if (type !== 'boolean' && value === undefined) wrong.push(`${rawName} needs a value`);
    else if (type === 'boolean' && value !== undefined) wrong.push(`${rawName} takes no value`);
    else given.set(name, [...(given.get(name) ?? []), value ?? true]);
  }
  if (wrong.length > 0) throw new CommandError(wrong);
  const texts = (name: string) =>
    (given.get(name) ?? []).filter((value): value is string => typeof value === 'string');
  const text = (name: string) => texts(name)[0] ?? null;
  return {
    positionals,
    text,
    texts,
    isGiven: (name) => given.has(name),
    number: (name, otherwise, bounds) => {
      const written = text(name);
      return written === null ? otherwise : numberIn(name, written, bounds);
    },
  };
}

function unknownFlag(rawName: string, types: FlagTypes): string {
  const known = Object.keys(types).map((name) => `--${name}`);
  return `there is no flag ${rawName}${meant(nearest(rawName, known), `; there are ${known.join(', ')}`)}`;
}

function numberIn(
  name: string,
  written: string,
  { min, max, isWhole = false }: { min: number; max: number; isWhole?: boolean },
): number {
  const value = written.trim() === '' ? Number.NaN : Number(written);
  const isRight = Number.isFinite(value) && value >= min && value <= max;
  if (isRight && (!isWhole || Number.isInteger(value))) return value;
  const kind = isWhole ? 'a whole number' : 'a number';
  throw new CommandError([`--${name} ${written}: write ${kind} from ${min} to ${max}`]);
}
