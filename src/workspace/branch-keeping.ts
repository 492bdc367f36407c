/** What becomes of the lines that a run leaves: kept, named, deleted, found again. Loaded when there is one. */
import { type Branch, branchStore, isOfDocument, isSameLine } from './branches';

/** More lines without a name than this nobody tells apart: of one document the oldest goes. */
export const branchLimit = 12;

let lastId = 0;

/** Keeps a line as the one ghost; one that follows from the same is known already and only told anew. Returns its id. */
export function keepBranch(branch: Omit<Branch, 'id' | 'name' | 'isGhost'>): number {
  const { branches } = branchStore.getState();
  const known = branches.find(({ made }) => isSameLine(made, branch.made));
  const others = branches
    .filter((other) => other !== known)
    .map((other) => (other.isGhost ? { ...other, isGhost: false } : other));
  lastId += 1;
  const id = known?.id ?? lastId;
  const seen = known !== undefined && known.wantedMs > branch.wantedMs ? known : branch;
  const kept: Branch = {
    ...branch,
    series: seen.series,
    wantedMs: seen.wantedMs,
    id,
    name: known?.name ?? null,
    isGhost: true,
  };
  branchStore.setState({ branches: withinLimit([...others, kept], kept) });
  return id;
}

export function changeBranch(
  id: number,
  change: Partial<Pick<Branch, 'name' | 'series' | 'isGhost'>>,
): void {
  branchStore.setState(({ branches }) => ({
    branches: branches.map((branch) => (branch.id === id ? { ...branch, ...change } : branch)),
  }));
}

/** It can be had back: `restoreBranch`. */
export function removeBranch(id: number): void {
  const { branches, deleted } = branchStore.getState();
  const place = branches.findIndex((branch) => branch.id === id);
  if (place < 0) return;
  branchStore.setState({
    branches: branches.toSpliced(place, 1),
    deleted: [...deleted, { branch: branches[place], place }].slice(-branchLimit),
  });
}

/** Back in its place, as it was. */
export function restoreBranch(id: number): void {
  const { branches, deleted } = branchStore.getState();
  const found = deleted.find(({ branch }) => branch.id === id);
  if (found === undefined) return;
  branchStore.setState({
    branches: branches.toSpliced(found.place, 0, found.branch),
    deleted: deleted.filter((one) => one !== found),
  });
}

export function branchesNow(): readonly Branch[] {
  return branchStore.getState().branches;
}

export function onBranchesChange(listener: (branches: readonly Branch[]) => void): () => void {
  return branchStore.subscribe(({ branches }) => listener(branches));
}

/** Takes in branches of an earlier visit, behind those that are known; what is known already is not taken twice. */
export function takeInBranches(found: readonly Branch[]): void {
  const { branches } = branchStore.getState();
  const others = found.filter(
    ({ made }) => !branches.some((known) => isSameLine(known.made, made)),
  );
  const taken = others.map((branch) => {
    const isFree = branches.every(({ id }) => id !== branch.id);
    lastId = Math.max(lastId, branch.id);
    if (isFree) return branch;
    lastId += 1;
    return { ...branch, id: lastId };
  });
  if (taken.length > 0) branchStore.setState({ branches: [...taken, ...branches] });
}

function withinLimit(branches: readonly Branch[], { made }: Branch): readonly Branch[] {
  const unnamed = branches.filter((one) => one.name === null && isOfDocument(one, made.original));
  if (unnamed.length <= branchLimit) return branches;
  return branches.filter((branch) => branch !== unnamed[0]);
}
