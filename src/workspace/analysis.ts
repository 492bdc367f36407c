/** Which analysis is open, and what the last ones have to say about the run on the page. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ArchitectureDocument } from '../architecture/document';
import type { Script } from '../simulation/script';
import { isSameValue } from './same-value';

export const analysisViews = ['certainty', 'failures', 'scaling', 'laws'] as const;

export type AnalysisView = (typeof analysisViews)[number];

/** A run as far as its spread depends on it. */
export interface SpreadRun {
  readonly document: ArchitectureDocument;
  readonly script: Script;
  /** The first one. */
  readonly seed: number;
}

/** The course of a run over many seeds: it says nothing about any other run. */
export interface SeedSpread extends SpreadRun {
  /** By deployment the windows of every seed, see `simulation/frame`. */
  readonly windows: Readonly<Record<string, readonly Float64Array[]>>;
}

interface AnalysisState {
  readonly view: AnalysisView | null;
  /** The latest first. */
  readonly spreads: readonly SeedSpread[];
}

/** So many runs keep their spread, for whoever goes back and forth between them. */
const spreadLimit = 3;

const analysis = createStore<AnalysisState>(() => ({ view: null, spreads: [] }));

export function openAnalysis(view: AnalysisView): void {
  analysis.setState({ view });
}

export function closeAnalysis(): void {
  analysis.setState({ view: null });
}

export function keepSpread(spread: SeedSpread): void {
  const { spreads } = analysis.getState();
  const others = spreads.filter((other) => !isSameRun(other, spread));
  analysis.setState({ spreads: [spread, ...others].slice(0, spreadLimit) });
}

export function useAnalysisView(): AnalysisView | null {
  return useStore(analysis, ({ view }) => view);
}

/** The spread of a run; `null` without one. `hasOther` says that there is one of another run alone. */
export function useSpread({ document, script, seed }: SpreadRun): {
  readonly spread: SeedSpread | null;
  readonly hasOther: boolean;
} {
  const spreads = useStore(analysis, (state) => state.spreads);
  return useMemo(() => {
    const spread = spreads.find((one) => isSameRun(one, { document, script, seed })) ?? null;
    return { spread, hasOther: spread === null && spreads.length > 0 };
  }, [spreads, document, script, seed]);
}

/** By value: whoever goes back to what was run, whichever way, sees it again. */
export function isSameRun(one: SpreadRun, other: SpreadRun): boolean {
  return (
    one.seed === other.seed &&
    isSameValue(one.script, other.script) &&
    isSameValue(one.document, other.document)
  );
}
