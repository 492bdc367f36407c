/** Two lines of a run, side by side: the figures of both, and what they differ by. */
import type { ArchitectureDocument, LocalizedText } from '../../architecture/document';
import { pagePool } from '../../playback/run-pool';
import { figuresOf } from '../../simulation/replications/run-figures';
import type { JobResult } from '../../simulation/replications/run-job';
import { loadStory } from '../../stories/stories';
import type { Made } from '../../workspace/made';
import { runPlan } from '../run-plan';

/** One figure of one deployment in both lines; `null` where a line has none. */
export interface ComparedFigure {
  readonly deploymentId: string;
  /** `null` for all journeys together. */
  readonly journey: LocalizedText | null;
  readonly kind: 'success' | 'msP99' | 'lost' | 'usdPerHour';
  readonly values: readonly [number | null, number | null];
}

/** Results by deployment, in the order in which the lines are given. */
export type LineResults = readonly [
  Readonly<Record<string, JobResult>>,
  Readonly<Record<string, JobResult>>,
];

/** Runs both lines from 0 to `untilMs`, in every deployment that both have. Rejects when the signal is aborted. */
export async function runLines(
  lines: readonly [Made, Made],
  untilMs: number,
  signal: AbortSignal,
): Promise<LineResults> {
  const ids = sharedDeploymentIds(lines);
  const runLine = async (made: Made) => {
    if (made.storyId !== null) await loadStory(made.storyId);
    const { document } = runPlan(made);
    const { seed, script } = made;
    const seconds = untilMs / 1000;
    const results = await Promise.all(
      ids.map((deploymentId) =>
        pagePool().run(
          { document, deploymentId, seed, seconds, warmupSeconds: 0, script, hasWindows: false },
          signal,
        ),
      ),
    );
    return Object.fromEntries(ids.map((id, index) => [id, results[index]]));
  };
  return Promise.all([runLine(lines[0]), runLine(lines[1])]);
}

export function comparedFigures(
  { journeys }: ArchitectureDocument,
  [left, right]: LineResults,
): ComparedFigure[] {
  return Object.keys(left).flatMap((deploymentId): ComparedFigure[] => {
    const results = [left[deploymentId].result, right[deploymentId].result] as const;
    const figures = results.map(figuresOf);
    const pair = (name: string) => [figures[0][name] ?? null, figures[1][name] ?? null] as const;
    const lost = [lostIn(results[0]), lostIn(results[1])] as const;
    return [
      { deploymentId, journey: null, kind: 'success', values: pair('availability') },
      { deploymentId, journey: null, kind: 'lost', values: lost },
      { deploymentId, journey: null, kind: 'usdPerHour', values: pair('usdPerHour') },
      ...journeys.flatMap(({ id, name }): ComparedFigure[] =>
        (['success', 'msP99'] as const).map((kind) => ({
          deploymentId,
          journey: name,
          kind,
          values: pair(`${id}.${kind}`),
        })),
      ),
    ];
  });
}

/** By deployment how many more requests the second line loses than the first; the largest difference first. */
export function lostDifferences(
  figures: readonly ComparedFigure[],
): { readonly deploymentId: string; readonly count: number }[] {
  return figures
    .filter(({ kind }) => kind === 'lost')
    .map(({ deploymentId, values: [left, right] }) => ({
      deploymentId,
      count: (right ?? 0) - (left ?? 0),
    }))
    .sort((one, other) => Math.abs(other.count) - Math.abs(one.count));
}

function lostIn({ journeys }: JobResult['result']): number {
  return Object.values(journeys)
    .flatMap(({ failed }) => Object.values(failed))
    .reduce((sum, count) => sum + count, 0);
}

function sharedDeploymentIds([one, other]: readonly [Made, Made]): string[] {
  const has = ({ document }: Made, wantedId: string) =>
    document.deployments.some(({ id, units }) => id === wantedId && units.length > 0);
  return [...new Set(one.paneDeploymentIds)].filter((id) => has(other, id));
}
