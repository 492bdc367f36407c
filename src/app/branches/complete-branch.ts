/** The rest of a finite line, with the same luck, in the background. */
import { pagePool } from '../../playback/run-pool';
import { GrowingWindowSeries, type WindowSeries } from '../../playback/window-series';
import { type Branch, branchesNow, changeBranch } from '../../workspace/branches';
import { runPlan } from '../run-plan';

/** Gives the branch all of its figures; what was known of it stays where that is given up or breaks off. */
export async function completeBranch(id: number, signal: AbortSignal): Promise<void> {
  const branch = branchesNow().find((known) => known.id === id);
  if (branch === undefined || branch.durationMs === null || signal.aborted) return;
  try {
    const series = await wholeSeries(branch, branch.durationMs, signal);
    if (!signal.aborted) changeBranch(id, { series });
  } catch {
    // See above.
  }
}

async function wholeSeries(
  { made, series }: Branch,
  untilMs: number,
  signal: AbortSignal,
): Promise<Record<string, WindowSeries>> {
  const { document } = runPlan(made);
  const entries = await Promise.all(
    Object.keys(series).map(async (deploymentId) => {
      const { windows } = await pagePool().run(
        {
          document,
          deploymentId,
          seed: made.seed,
          seconds: untilMs / 1000,
          warmupSeconds: 0,
          script: made.script,
          hasWindows: true,
        },
        signal,
      );
      return [deploymentId, seriesOf(windows ?? new Float64Array(0))] as const;
    }),
  );
  return Object.fromEntries(entries);
}

function seriesOf(windows: Float64Array): WindowSeries {
  const series = new GrowingWindowSeries();
  series.append(windows);
  return series;
}
