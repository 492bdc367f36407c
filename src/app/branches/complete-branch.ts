/** The figures that a branch lacks, with the same luck, in the background. */
import { pagePool } from '../../playback/run-pool';
import { GrowingWindowSeries, type WindowSeries } from '../../playback/window-series';
import { loadStory } from '../../stories/stories';
import type { Branch } from '../../workspace/branches';
import { runPlan } from '../run-plan';

/** A line without an end is computed as far as it was seen, but no further than this: nobody waits for hours of it. */
const endlessMsMax = 600_000;

/** Up to where the figures of a branch are wanted, simulated ms. */
export function wantedMsOf({ durationMs, wantedMs }: Branch): number {
  return durationMs ?? Math.min(wantedMs, endlessMsMax);
}

/** All of its figures, by deployment. Rejects where one of its runs breaks off, or with the signal. */
export async function wholeSeries(
  branch: Branch,
  signal: AbortSignal,
): Promise<Record<string, WindowSeries>> {
  const { storyId, seed, script, paneDeploymentIds } = branch.made;
  if (storyId !== null) await loadStory(storyId);
  const { document } = runPlan(branch.made);
  const entries = await Promise.all(
    [...new Set(paneDeploymentIds)].map(async (deploymentId) => {
      const { windows } = await pagePool().run(
        {
          document,
          deploymentId,
          seed,
          seconds: wantedMsOf(branch) / 1000,
          warmupSeconds: 0,
          script,
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
