import { useEffect, useRef, useState } from 'react';
import type { RunFeed } from '../playback/run-feed';
import type { WindowSeries } from '../playback/window-series';
import { niceCeil } from './axis';
import type { Figure } from './figures';
import type { TimeDomain } from './time-domain';
import { largestWithin, type PlotSize, trendPath } from './trend-path';

export interface LiveLinesOptions {
  feed: RunFeed;
  /** One line each. */
  deploymentIds: readonly string[];
  figure: Figure;
  domain: TimeDomain;
  /** What lies behind the lines and has to fit on the axis too. */
  behind: readonly WindowSeries[];
  size: PlotSize;
}

/** Keeps lines and axis up to the run, past React: sixty times a second nothing renders. */
export function useLiveLines(options: LiveLinesOptions) {
  const { feed, deploymentIds, figure, domain, behind, size } = options;
  const lines = useRef<(SVGPathElement | null)[]>([]);
  const [axisMax, setAxisMax] = useState(figure.axisMaxLeast);
  useEffect(() => {
    if (size.width === 0) return;
    const drawnRevisions: number[] = [];
    const draw = () => {
      const series = deploymentIds.map((id) => feed.series(id));
      if (series.every(({ revision }, index) => revision === drawnRevisions[index])) return;
      const largest = Math.max(
        ...[...series, ...behind].map((one) => largestWithin(one, figure, domain)),
      );
      const max = niceCeil(Math.max(figure.axisMaxLeast, Math.min(figure.axisMaxMost, largest)));
      setAxisMax(max);
      series.forEach((one, index) => {
        lines.current[index]?.setAttribute('d', trendPath(one, figure, domain, max, size));
        drawnRevisions[index] = one.revision;
      });
    };
    draw();
    return feed.subscribe(draw);
  }, [feed, deploymentIds, figure, domain, behind, size]);
  return { axisMax, lines };
}
