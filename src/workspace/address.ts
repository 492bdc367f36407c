/**
 * What the address of the page carries: enough to show a colleague the same
 * picture. Values that are unknown or damaged fall back, each with a notice.
 */
import { isLanguage, type Language } from '../i18n/language';
import type { Fault } from '../simulation/command';
import type { Interventions } from './interventions';
import type { Notice } from './notice';

export const themes = ['auto', 'light', 'dark'] as const;

/** `auto` follows the system. */
export type Theme = (typeof themes)[number];

/** Both panes, or the one of a deployment (its id). */
export type View = 'both' | (string & {});

export interface Address {
  /** `lang`; `null` where nothing is asked for. */
  language: Language | null;
  /** `theme`; `null` where nothing is asked for. */
  theme: Theme | null;
  /** `view`. */
  view: View;
  /** `seed`, a whole number from 0 to 4 294 967 295. */
  seed: number;
  /**
   * `fail`: `payment` is down, `payment:slow:50` takes 50 times as long, `payment:errors:0.2` fails one call
   * in five, `payment:leak:20` loses 20 MiB/s, `payment:hog:0.5` has half a core less.
   */
  moduleFaults: Interventions['moduleFaults'];
  /** `story`: its id. */
  storyId: string | null;
  /** `step` of the story, counted from 0. */
  storyStep: number;
  /** `embed=1`: the reduced page. */
  isEmbed: boolean;
}

/** What an address can be checked against. */
export interface KnownIds {
  moduleIds: readonly string[];
  deploymentIds: readonly string[];
  storyIds: readonly string[];
}

export const defaultSeed = 42;
const seedMax = 0xffffffff;
/** A notice quotes at most this much of a damaged value. */
const quotedLengthMax = 40;

/** Reads the query part of an address (`?lang=es&fail=payment`). Never throws. */
export function readAddress(
  search: string,
  known: KnownIds,
): { address: Address; notices: Notice[] } {
  const parameters = new URLSearchParams(search);
  const notices: Notice[] = [];
  const complain = (key: Notice['key'], value: string) => {
    notices.push({ key, values: { value: value.slice(0, quotedLengthMax) } });
  };
  const read = <Value>(
    name: string,
    parse: (text: string) => Value | null,
    fallback: Value,
    complaint: Notice['key'],
  ): Value => {
    const text = parameters.get(name);
    if (text === null || text === '') return fallback;
    const value = parse(text);
    if (value === null) complain(complaint, text);
    return value ?? fallback;
  };
  return {
    address: {
      language: read<Language | null>('lang', parseLanguage, null, 'notices.address.lang'),
      theme: read<Theme | null>('theme', parseTheme, null, 'notices.address.theme'),
      view: read<View>(
        'view',
        oneOf(['both', ...known.deploymentIds]),
        'both',
        'notices.address.view',
      ),
      seed: read('seed', parseSeed, defaultSeed, 'notices.address.seed'),
      moduleFaults: readFaults(parameters.get('fail'), known.moduleIds, (value) =>
        complain('notices.address.fail', value),
      ),
      storyId: read<string | null>('story', oneOf(known.storyIds), null, 'notices.address.story'),
      storyStep: read('step', parseStep, 0, 'notices.address.step'),
      isEmbed: parameters.get('embed') === '1',
    },
    notices,
  };
}

/** The query part that `readAddress` reads back; what is as by default is left out. */
export function writeAddress(address: Address): string {
  const parameters = new URLSearchParams();
  if (address.isEmbed) parameters.set('embed', '1');
  if (address.storyId !== null) parameters.set('story', address.storyId);
  if (address.storyStep > 0) parameters.set('step', String(address.storyStep));
  if (address.view !== 'both') parameters.set('view', address.view);
  if (address.seed !== defaultSeed) parameters.set('seed', String(address.seed));
  const faults = Object.entries(address.moduleFaults).flatMap(([moduleId, ofModule]) =>
    Object.values(ofModule).map((fault) => writeFault(moduleId, fault)),
  );
  if (faults.length > 0) parameters.set('fail', faults.join(','));
  if (address.language !== null) parameters.set('lang', address.language);
  if (address.theme !== null && address.theme !== 'auto') parameters.set('theme', address.theme);
  // Both characters are allowed in a query and far easier to read as they are.
  const query = parameters.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return query === '' ? '' : `?${query}`;
}

function oneOf(values: readonly string[]): (text: string) => string | null {
  return (text) => (values.includes(text) ? text : null);
}

function parseLanguage(text: string): Language | null {
  return isLanguage(text) ? text : null;
}

function parseTheme(text: string): Theme | null {
  return themes.find((theme) => theme === text) ?? null;
}

function parseWhole(text: string, max: number): number | null {
  if (!/^\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value <= max ? value : null;
}

const parseSeed = (text: string) => parseWhole(text, seedMax);
const parseStep = (text: string) => parseWhole(text, 999);

function readFaults(
  text: string | null,
  moduleIds: readonly string[],
  complain: (value: string) => void,
): Interventions['moduleFaults'] {
  const faults: Record<string, Partial<Record<Fault['kind'], Fault>>> = {};
  for (const wish of (text ?? '').split(',')) {
    if (wish === '') continue;
    const [moduleId, ...rest] = wish.split(':');
    const fault = moduleIds.includes(moduleId) ? parseFault(rest) : null;
    if (fault === null) complain(wish);
    else faults[moduleId] = { ...faults[moduleId], [fault.kind]: fault };
  }
  return faults;
}

/** How many times as long a slow module takes, how often a failing one fails, what leaks (MiB/s) and how many cores are taken. */
export const slowFactorRange = { min: 1.1, max: 1000 } as const;
export const errorRateRange = { min: 0.01, max: 1 } as const;
export const leakRange = { min: 1, max: 1000 } as const;
export const hogRange = { min: 0.1, max: 16 } as const;

function parseFault(parts: string[]): Fault | null {
  const [kind, amountText, ...surplus] = parts;
  if (surplus.length > 0) return null;
  if (kind === undefined || kind === 'crash')
    return amountText === undefined ? { kind: 'crash' } : null;
  if (amountText === undefined || !/^\d{1,6}(\.\d{1,6})?$/.test(amountText)) return null;
  const amount = Number(amountText);
  if (kind === 'slow' && isWithin(amount, slowFactorRange)) return { kind, factor: amount };
  if (kind === 'errors' && isWithin(amount, errorRateRange)) return { kind, rate: amount };
  if (kind === 'leak' && isWithin(amount, leakRange)) return { kind, mibPerSecond: amount };
  if (kind === 'hog' && isWithin(amount, hogRange)) return { kind, cores: amount };
  return null;
}

function isWithin(value: number, range: { min: number; max: number }): boolean {
  return value >= range.min && value <= range.max;
}

function writeFault(moduleId: string, fault: Fault): string {
  if (fault.kind === 'slow') return `${moduleId}:slow:${fault.factor}`;
  if (fault.kind === 'errors') return `${moduleId}:errors:${fault.rate}`;
  if (fault.kind === 'leak') return `${moduleId}:leak:${fault.mibPerSecond}`;
  if (fault.kind === 'hog') return `${moduleId}:hog:${fault.cores}`;
  return moduleId;
}
