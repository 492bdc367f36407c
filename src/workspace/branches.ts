/**
 * The lines that a run has left: what it was before something was changed in
 * its past, or in the document. Each keeps what it follows from and the figures
 * that were known of it.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Made } from './made';
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
  /** By deployment. */
  readonly series: Readonly<Record<string, BranchSeries>>;
  /** Drawn behind the lines of the present run. */
  readonly isGhost: boolean;
}

/** More lines than this nobody tells apart; the oldest without a name goes first. */
export const branchLimit = 12;

interface BranchState {
  /** Oldest first. */
  readonly branches: readonly Branch[];
  readonly isOpen: boolean;
}

const store = createStore<BranchState>(() => ({ branches: [], isOpen: false }));

let lastId = 0;

/** Keeps a line as the one ghost; one that follows from the same is known already and only told anew. Returns its id. */
export function keepBranch(branch: Omit<Branch, 'id' | 'name' | 'isGhost'>): number {
  const { branches } = store.getState();
  const known = branches.find(({ made }) => isSameLine(made, branch.made));
  const others = branches
    .filter((other) => other !== known)
    .map((other) => (other.isGhost ? { ...other, isGhost: false } : other));
  lastId += 1;
  const id = known?.id ?? lastId;
  const kept: Branch = { ...branch, id, name: known?.name ?? null, isGhost: true };
  store.setState({ branches: withinLimit([...others, kept]) });
  return id;
}

export function changeBranch(
  id: number,
  change: Partial<Pick<Branch, 'name' | 'series' | 'isGhost'>>,
): void {
  store.setState(({ branches }) => ({
    branches: branches.map((branch) => (branch.id === id ? { ...branch, ...change } : branch)),
  }));
}

export function removeBranch(id: number): void {
  store.setState(({ branches }) => ({ branches: branches.filter((branch) => branch.id !== id) }));
}

export function branchesNow(): readonly Branch[] {
  return store.getState().branches;
}

export function onBranchesChange(listener: (branches: readonly Branch[]) => void): () => void {
  return store.subscribe(({ branches }) => listener(branches));
}

export function useBranches(): readonly Branch[] {
  return useStore(store, ({ branches }) => branches);
}

/** Whether the list of branches is open. */
export function useBranchesOpen(): boolean {
  return useStore(store, ({ isOpen }) => isOpen);
}

export function showBranches(isOpen: boolean): void {
  store.setState({ isOpen });
}

/** What a run follows from, wherever it is shown. */
type Line = Pick<Made, 'document' | 'script' | 'seed' | 'storyId'>;

/** Whether the same run follows from both. */
export function isSameLine(one: Line, other: Line): boolean {
  return (
    one.document === other.document &&
    one.script === other.script &&
    one.seed === other.seed &&
    one.storyId === other.storyId
  );
}

function withinLimit(branches: readonly Branch[]): readonly Branch[] {
  if (branches.length <= branchLimit) return branches;
  const oldest = branches.find(({ name }) => name === null) ?? branches[0];
  return branches.filter((branch) => branch !== oldest);
}
