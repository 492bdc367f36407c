import type { LawCase } from './law';
import { lossLaws } from './loss-laws';
import { networkLaws } from './network-laws';
import { resilienceLaws } from './resilience-laws';
import { scalingLaws } from './scaling-laws';
import { shopLaws } from './shop-laws';
import { singleStationLaws } from './single-station-laws';

/** In the order in which a reader meets them. */
export const theoryLaws: readonly LawCase[] = [
  ...singleStationLaws,
  ...lossLaws,
  ...networkLaws,
  ...resilienceLaws,
  ...scalingLaws,
  ...shopLaws,
];
