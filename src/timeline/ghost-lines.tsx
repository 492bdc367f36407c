import type { Figure } from './figures';
import type { Ghost } from './ghost';
import type { TimeDomain } from './time-domain';
import { type PlotSize, trendPath } from './trend-path';

export interface GhostLinesProps {
  ghosts: readonly Ghost[];
  deploymentIds: readonly string[];
  figure: Figure;
  domain: TimeDomain;
  axisMax: number;
  size: PlotSize;
}

/** Thin and dashed behind the lines of this run, those of its other branches. */
export function GhostLines({
  ghosts,
  deploymentIds,
  figure,
  domain,
  axisMax,
  size,
}: GhostLinesProps) {
  return ghosts.map(({ name, series }) => (
    <g key={name}>
      <title>{name}</title>
      {deploymentIds.map(
        (id, index) =>
          series[id] !== undefined && (
            <path
              key={id}
              className={`trend-ghost trend-ghost-${index + 1}`}
              d={trendPath(series[id], figure, domain, axisMax, size)}
            />
          ),
      )}
    </g>
  ));
}
