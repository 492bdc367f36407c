/** Computes what is still missing of the lines that are drawn behind the present run. */
import { branchesNow, changeBranch, onBranchesChange } from '../../workspace/branch-keeping';
import { type Branch, isBesides } from '../../workspace/branches';
import type { Workspace } from '../../workspace/workspace';
import { wantedMsOf, wholeSeries } from './complete-branch';
import { knownMsOf } from './keep-branches';

/** Returns the way out. */
export function completeGhosts(workspace: Workspace): () => void {
  const completions = new Map<number, AbortController>();
  /** All that there is: a run may stop before its end, and what broke off would do so again. */
  const whole = new WeakSet<Branch['series']>();
  const follow = () => {
    const state = workspace.getState();
    const drawn = branchesNow().filter((branch) => branch.isGhost && isBesides(branch, state));
    for (const [id, completion] of completions) {
      if (drawn.some((branch) => branch.id === id)) continue;
      completion.abort();
      completions.delete(id);
    }
    for (const branch of drawn) {
      if (completions.has(branch.id) || isComplete(branch) || whole.has(branch.series)) continue;
      const completion = new AbortController();
      completions.set(branch.id, completion);
      void seriesFor(branch, completion.signal).then((series) => {
        if (completion.signal.aborted) return;
        completions.delete(branch.id);
        whole.add(series);
        changeBranch(branch.id, { series });
      });
    }
  };
  const stops = [
    onBranchesChange(follow),
    workspace.subscribe((state, before) => {
      if (state.original !== before.original || state.seed !== before.seed) follow();
    }),
  ];
  follow();
  return () => {
    for (const stop of stops) stop();
    for (const completion of completions.values()) completion.abort();
  };
}

/** What was known where the rest is given up or breaks off. */
async function seriesFor(branch: Branch, signal: AbortSignal): Promise<Branch['series']> {
  try {
    return await wholeSeries(branch, signal);
  } catch {
    return branch.series;
  }
}

/** Whether there is nothing left to compute. */
function isComplete(branch: Branch): boolean {
  return Object.keys(branch.series).length > 0 && knownMsOf(branch.series) >= wantedMsOf(branch);
}
