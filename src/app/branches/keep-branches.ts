/** Keeps the line that a run leaves when its past or its document is changed, and computes the rest of it. */
import type { WindowSeries } from '../../playback/window-series';
import { windowMs } from '../../simulation/frame';
import { firstDifferenceMs } from '../../simulation/script';
import { keepBranch, onBranchesChange } from '../../workspace/branches';
import { isStepTaken } from '../../workspace/history';
import { madeOf } from '../../workspace/made';
import type { WorkspaceState } from '../../workspace/workspace';
import type { RunControl } from '../run-control';
import { runPlan } from '../run-plan';

/** Returns the way out. */
export function keepBranches(run: RunControl): () => void {
  const completions = new Map<number, AbortController>();
  const stopListening = run.onLeaving((before, after) => {
    const leftAtMs = leavesAtMs(before, after);
    if (leftAtMs === null) return;
    const { feed } = run.playback;
    const ids = [...new Set(before.paneDeploymentIds)];
    const series = Object.fromEntries(ids.map((id) => [id, keptSeries(feed.series(id))]));
    const isEdit = before.document !== after.document;
    // What goes on from the last instant that is known leaves nothing behind.
    if (!isEdit && knownMs(series) <= leftAtMs + windowMs) return;
    const leftBy = after.history.past.at(-1)?.label;
    if (leftBy === undefined) return;
    const { durationMs } = runPlan(before);
    const made = madeOf(before);
    const id = keepBranch({ leftBy, leftAtMs, made, durationMs, series });
    if (durationMs !== null && knownMs(series) < durationMs) void complete(id, completions);
  });
  const stopWatching = onBranchesChange((branches) => {
    for (const [id, completion] of completions) {
      if (!branches.some((branch) => branch.id === id)) completion.abort();
    }
  });
  return () => {
    stopListening();
    stopWatching();
    for (const completion of completions.values()) completion.abort();
  };
}

/** Where a step leaves the line that there was, simulated ms; `null` where it leaves none. */
function leavesAtMs(before: WorkspaceState, after: WorkspaceState): number | null {
  // A slider that is dragged leaves one line, and undo leads back to one that the history has.
  if (!isStepTaken(before.history, after.history)) return null;
  const isSameStory = before.storyId === after.storyId || after.storyId === null;
  const isSameRun = before.original === after.original && before.seed === after.seed;
  if (!isSameRun || !isSameStory) return null;
  if (before.document !== after.document) return 0;
  const differsAtMs = firstDifferenceMs(before.script, after.script);
  return Number.isFinite(differsAtMs) ? differsAtMs : null;
}

async function complete(id: number, completions: Map<number, AbortController>): Promise<void> {
  const controller = new AbortController();
  completions.get(id)?.abort();
  completions.set(id, controller);
  const { completeBranch } = await import('./complete-branch');
  await completeBranch(id, controller.signal);
  if (completions.get(id) === controller) completions.delete(id);
}

/** A copy that what happens next does not change. */
function keptSeries({ rowCount, rowMs, columns, revision }: WindowSeries): WindowSeries {
  return { rowCount, rowMs, columns: columns.map((column) => column.slice()), revision };
}

function knownMs(series: Readonly<Record<string, WindowSeries>>): number {
  return Math.min(...Object.values(series).map(({ rowCount, rowMs }) => rowCount * rowMs));
}
