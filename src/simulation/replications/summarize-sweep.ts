/**
 * What a sweep says: for each setting and deployment the means over its seeds
 * with their 95 % intervals, and for each pair of deployments the paired
 * difference. The pairs share their customers' luck seed by seed, so the
 * difference is known better than either side.
 */
import type { RunResult } from '../run-result';
import { type MeanInterval, meanInterval } from './mean-interval';
import { figuresOf } from './run-figures';
import { groupOf, keyOf, type SweepRow } from './sweep-row';

type Result = Omit<RunResult, 'wallMs'>;

/** Means by the name of the figure; figures that some seed did not give are left out. */
export type Figures = Record<string, MeanInterval>;

export interface SweepGroup {
  document: string;
  vary: Record<string, number>;
  deployments: Record<string, { seeds: number; figures: Figures }>;
  /** Keyed `a-b`: a minus b, over the seeds that both have. */
  differences: Record<string, { seeds: number; figures: Figures }>;
}

/** Rows that stand twice count once; the order of the rows does not matter. */
export function summarizeSweep(rows: readonly SweepRow[]): SweepGroup[] {
  const distinct = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
  const groups = new Map<string, SweepRow[]>();
  for (const row of distinct) {
    const key = groupOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(groupSummary).sort(inOrder);
}

function groupSummary(rows: readonly SweepRow[]): SweepGroup {
  const [{ document, vary }] = rows;
  const ids = [...new Set(rows.map(({ deployment }) => deployment))].sort();
  const bySeed = new Map(ids.map((id) => [id, seedsOf(rows, id)]));
  const deployments = ids.map((id) => {
    const results = [...(bySeed.get(id)?.values() ?? [])];
    return [id, { seeds: results.length, figures: means(results.map(figuresOf)) }] as const;
  });
  const differences = pairsOf(ids).map(([a, b]) => {
    const seeds = [...(bySeed.get(a)?.keys() ?? [])].filter((seed) => bySeed.get(b)?.has(seed));
    const pairs = seeds.map((seed) =>
      difference(knownFigures(bySeed.get(a)?.get(seed)), knownFigures(bySeed.get(b)?.get(seed))),
    );
    return [`${a}-${b}`, { seeds: seeds.length, figures: means(pairs) }] as const;
  });
  return {
    document,
    vary,
    deployments: Object.fromEntries(deployments),
    differences: Object.fromEntries(differences),
  };
}

function seedsOf(rows: readonly SweepRow[], id: string): Map<number, Result> {
  const own = rows.filter(({ deployment }) => deployment === id);
  return new Map(own.sort((a, b) => a.seed - b.seed).map(({ seed, result }) => [seed, result]));
}

function pairsOf(ids: readonly string[]): [string, string][] {
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b): [string, string] => [a, b]));
}

function knownFigures(result: Result | undefined): Record<string, number | null> {
  return result === undefined ? {} : figuresOf(result);
}

function difference(
  a: Record<string, number | null>,
  b: Record<string, number | null>,
): Record<string, number | null> {
  const entries = Object.entries(a).map(([name, value]) => {
    const other = b[name];
    const isKnown = value !== null && other !== null && other !== undefined;
    return [name, isKnown ? value - other : null] as const;
  });
  return Object.fromEntries(entries);
}

function means(runs: readonly Record<string, number | null>[]): Figures {
  const names = Object.keys(runs[0] ?? {});
  const known = names.flatMap((name) => {
    const values = runs.map((run) => run[name]);
    if (!values.every((value): value is number => typeof value === 'number')) return [];
    return [[name, meanInterval(values)] as const];
  });
  return Object.fromEntries(known);
}

function inOrder(a: SweepGroup, b: SweepGroup): number {
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  for (const path of Object.keys(a.vary)) {
    const change = a.vary[path] - (b.vary[path] ?? 0);
    if (change !== 0) return change;
  }
  return 0;
}
