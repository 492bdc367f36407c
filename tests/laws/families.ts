import type { LawCase } from '../../src/simulation/laws/law';
import { lossLaws } from '../../src/simulation/laws/loss-laws';
import { networkLaws } from '../../src/simulation/laws/network-laws';
import { resilienceLaws } from '../../src/simulation/laws/resilience-laws';
import { scalingLaws } from '../../src/simulation/laws/scaling-laws';
import { shopLaws } from '../../src/simulation/laws/shop-laws';
import { singleStationLaws } from '../../src/simulation/laws/single-station-laws';
import { littleLaws } from '../../src/stories/little-laws';

/** Laws that are checked together, in one process. */
export const families: Record<string, readonly LawCase[]> = {
  'single-station': singleStationLaws,
  loss: lossLaws,
  network: networkLaws,
  resilience: resilienceLaws,
  scaling: scalingLaws,
  shop: shopLaws,
  little: littleLaws,
};
