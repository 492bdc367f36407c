import type { RunResult } from '../run-result';

/** One run of a sweep: one JSON line. */
export interface SweepRow {
  document: string;
  /** The values that this run was given, by path. */
  vary: Record<string, number>;
  deployment: string;
  seed: number;
  result: Omit<RunResult, 'wallMs'>;
}

/** Two rows with the same key are the same run. */
export function keyOf({ document, vary, deployment, seed }: SweepRow): string {
  return JSON.stringify([groupOf({ document, vary }), deployment, seed]);
}

/** Runs that differ only in deployment and seed share this. */
export function groupOf({ document, vary }: Pick<SweepRow, 'document' | 'vary'>): string {
  return JSON.stringify([document, Object.entries(vary).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
