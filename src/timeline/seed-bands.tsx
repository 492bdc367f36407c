import { useMemo } from 'react';
import type { SeedSpread } from '../workspace/analysis';
import { bandPath, seriesOfSeeds } from './band-path';
import type { Figure } from './figures';
import type { TimeDomain } from './time-domain';
import type { PlotSize } from './trend-path';

export interface SeedBandsProps {
  spread: SeedSpread;
  deploymentIds: readonly string[];
  figure: Figure;
  domain: TimeDomain;
  axisMax: number;
  size: PlotSize;
}

/** Behind the lines of this run, where those of other seeds lie. */
export function SeedBands({
  spread,
  deploymentIds,
  figure,
  domain,
  axisMax,
  size,
}: SeedBandsProps) {
  const seeds = useMemo(
    () => deploymentIds.map((id) => seriesOfSeeds(spread.windows[id] ?? [])),
    [spread, deploymentIds],
  );
  const paths = useMemo(
    () => seeds.map((series) => bandPath(series, figure, domain, axisMax, size)),
    [seeds, figure, domain, axisMax, size],
  );
  return deploymentIds.map((id, index) => (
    <path key={id} className={`trend-band trend-band-${index + 1}`} d={paths[index]} />
  ));
}
