/** Keeps the line that a run leaves when its past or its document is changed. */
import type { WindowSeries } from '../../playback/window-series';
import { windowMs } from '../../simulation/frame';
import { firstDifferenceMs } from '../../simulation/script';
import { keepBranch } from '../../workspace/branch-keeping';
import type { Branch } from '../../workspace/branches';
import { isStepTaken } from '../../workspace/history';
import { madeOf } from '../../workspace/made';
import type { WorkspaceState } from '../../workspace/workspace';
import type { RunControl } from '../run-control';
import { runPlan } from '../run-plan';

/** So far ahead a line is computed that is to be compared and that nobody has seen yet. */
const aheadMs = 60_000;

/** Returns the way out. */
export function keepBranches(run: RunControl): () => void {
  return run.onLeaving((before, after) => {
    const leftAtMs = leavesAtMs(before, after);
    if (leftAtMs === null) return;
    const { feed } = run.playback;
    const ids = [...new Set(before.paneDeploymentIds)];
    const series = Object.fromEntries(ids.map((id) => [id, keptSeries(feed.series(id))]));
    const knownMs = knownMsOf(series);
    const isEdit = before.document !== after.document;
    // What goes on from the last instant that is known leaves nothing behind.
    const step = after.history.past.at(-1);
    const isAhead = isEdit || step?.isCompared || knownMs > leftAtMs + windowMs;
    if (step === undefined || !isAhead) return;
    keepBranch({
      leftBy: step.label,
      leftAtMs,
      made: madeOf(before),
      durationMs: runPlan(before).durationMs,
      wantedMs: step.isCompared ? Math.max(knownMs, leftAtMs + aheadMs) : knownMs,
      series,
    });
  });
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

/** A copy that what happens next does not change. */
function keptSeries({ rowCount, rowMs, columns, revision }: WindowSeries): WindowSeries {
  return { rowCount, rowMs, columns: columns.map((column) => column.slice(0, rowCount)), revision };
}

/** Up to where the figures of all deployments are known, simulated ms. */
export function knownMsOf(series: Branch['series']): number {
  return Math.min(...Object.values(series).map(({ rowCount, rowMs }) => rowCount * rowMs));
}
