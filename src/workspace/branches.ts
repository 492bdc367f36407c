/**
 * The lines that a run has left: what it was before something was changed in
 * its past, or in the document. Each keeps what it follows from and the figures
 * that were known of it.
 */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ArchitectureDocument } from '../architecture/document';
import { firstDifferenceMs } from '../simulation/script';
import type { Made } from './made';
import { isSameValue } from './same-value';
import type { StepLabel } from './step';

/** Figures per window, as the run's own series have them. */
export interface BranchSeries {
  readonly rowCount: number;
  /** Simulated length of one row, ms. */
  readonly rowMs: number;
  readonly columns: readonly (readonly number[])[];
  readonly revision: number;
}

export interface Branch {
  readonly id: number;
  /** As the user calls it; `null` while it has only what it was left for. */
  readonly name: string | null;
  /** The step that left it, and the simulated instant up to which both are the same, ms. */
  readonly leftBy: StepLabel;
  readonly leftAtMs: number;
  /** What it follows from. */
  readonly made: Made;
  /** End of the run, simulated ms; `null` where it has none. */
  readonly durationMs: number | null;
  /** Up to here its figures are wanted, where it has no end: as far as they were seen, or looked ahead, simulated ms. */
  readonly wantedMs: number;
  /** By deployment; empty until they are computed, for a branch of an earlier visit. */
  readonly series: Readonly<Record<string, BranchSeries>>;
  /** Drawn behind the lines of the present run. */
  readonly isGhost: boolean;
}

/** A line that was deleted, and its place among the others. */
export interface DeletedBranch {
  readonly branch: Branch;
  readonly place: number;
}

interface BranchState {
  /** Oldest first. */
  readonly branches: readonly Branch[];
  /** The last one last; they can be had back as long as the page is open. */
  readonly deleted: readonly DeletedBranch[];
  readonly isOpen: boolean;
}

export const branchStore = createStore<BranchState>(() => ({
  branches: [],
  deleted: [],
  isOpen: false,
}));

export function useBranches(): readonly Branch[] {
  return useStore(branchStore, ({ branches }) => branches);
}

/** Those of the open document, but for the line on show. */
export function useOtherLines(present: Made): readonly Branch[] {
  const branches = useBranches();
  return useMemo(
    () =>
      branches.filter(
        (branch) => isOfDocument(branch, present.original) && !isSameLine(branch.made, present),
      ),
    [branches, present],
  );
}

/** Those of the open document that were deleted and have not come about again, the last one first. */
export function useDeletedLines({ original }: Made): readonly Branch[] {
  const branches = useBranches();
  const deleted = useStore(branchStore, (state) => state.deleted);
  return useMemo(
    () =>
      deleted
        .map(({ branch }) => branch)
        .filter((branch) => isOfDocument(branch, original))
        .filter(({ made }) => !branches.some((known) => isSameLine(known.made, made)))
        .toReversed(),
    [branches, deleted, original],
  );
}

/** Whether the list of branches is open. */
export function useBranchesOpen(): boolean {
  return useStore(branchStore, ({ isOpen }) => isOpen);
}

export function showBranches(isOpen: boolean): void {
  branchStore.setState({ isOpen });
}

/** What a run follows from, wherever it is shown. */
type Line = Pick<Made, 'document' | 'script' | 'seed' | 'storyId'>;

/** Whether the same run follows from both. */
export function isSameLine(one: Line, other: Line): boolean {
  return (
    one.seed === other.seed &&
    one.storyId === other.storyId &&
    isSameValue(one.script, other.script) &&
    isSameValue(one.document, other.document)
  );
}

/** The instant up to which two lines are the same, simulated ms; 0 where they differ from the start. */
export function partingMs(one: Line, other: Line): number {
  const isSameScene =
    one.seed === other.seed &&
    one.storyId === other.storyId &&
    isSameValue(one.document, other.document);
  return isSameScene ? firstDifferenceMs(one.script, other.script) : 0;
}

/** Whether a branch is one of a document, as that was opened. */
export function isOfDocument({ made }: Branch, original: ArchitectureDocument): boolean {
  return isSameValue(made.original, original);
}

/** Whether a branch can be seen instant by instant beside a run: the same customers come to the same document. */
export function isBesides(branch: Branch, run: Pick<Made, 'original' | 'seed'>): boolean {
  return branch.made.seed === run.seed && isOfDocument(branch, run.original);
}
