/** Which analysis is open, and what the last one has to say about the run on the page. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ArchitectureDocument } from '../architecture/document';
import type { TimedCommand } from '../simulation/command';

export const analysisViews = ['certainty', 'failures', 'scaling', 'laws'] as const;

export type AnalysisView = (typeof analysisViews)[number];

/** The course of a run over many seeds. */
export interface SeedSpread {
  /** What was run. The spread says nothing about anything else. */
  readonly document: ArchitectureDocument;
  readonly commands: readonly TimedCommand[];
  /** By deployment the windows of every seed, see `simulation/frame`. */
  readonly windows: Readonly<Record<string, readonly Float64Array[]>>;
}

interface AnalysisState {
  readonly view: AnalysisView | null;
  readonly spread: SeedSpread | null;
}

const analysis = createStore<AnalysisState>(() => ({ view: null, spread: null }));

export function openAnalysis(view: AnalysisView): void {
  analysis.setState({ view });
}

export function closeAnalysis(): void {
  analysis.setState({ view: null });
}

export function keepSpread(spread: SeedSpread): void {
  analysis.setState({ spread });
}

export function useAnalysisView(): AnalysisView | null {
  return useStore(analysis, ({ view }) => view);
}

/** The spread of the run on the page; `null` when it is about another one. */
export function useSpread(
  document: ArchitectureDocument,
  commands: readonly TimedCommand[],
): SeedSpread | null {
  const spread = useStore(analysis, (state) => state.spread);
  return spread?.document === document && spread.commands === commands ? spread : null;
}
