/** What each of the two charts shows: a figure of the whole, or of the selected part. */
import type { RunFeed } from '../../playback/run-feed';
import { type FigureId, figureOf, type PinnedFigure } from '../figures';
import { type ChartPart, partFigureOf } from './chart-part';
import { PartFeed } from './part-feed';
import type { ChartsText } from './use-charts-text';

export interface ShownChart {
  readonly pinned: PinnedFigure;
  readonly figureId: FigureId;
  /** `Payment · p99`, or the figure alone. */
  readonly name: string;
  readonly feed: RunFeed;
  /** `null` for the whole. */
  readonly part: ChartPart | null;
}

/** While nothing is selected, a chart of the selected part shows the whole. */
export function shownChart(
  pinned: PinnedFigure,
  feed: RunFeed,
  part: ChartPart | null,
  { t, c, nameOf }: ChartsText,
): ShownChart {
  const figureId = figureOf(pinned);
  if (figureId === pinned || part === null) {
    return { pinned: figureId, figureId, name: t(`timeline.${figureId}`), feed, part: null };
  }
  const own = partFigureOf(figureId);
  const name = c('charts.part.figure', { part: nameOf(part.name), figure: t(`timeline.${own}`) });
  return { pinned: `part:${own}`, figureId: own, name, feed: new PartFeed(feed, part), part };
}
