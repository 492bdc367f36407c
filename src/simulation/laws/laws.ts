import type { LawCase } from './law';
import { lossLaws } from './loss-laws';
import { networkLaws } from './network-laws';
import { resilienceLaws } from './resilience-laws';
import { shopLaws } from './shop-laws';
import { singleStationLaws } from './single-station-laws';

/** Every law that the engine is checked against, in the order in which a reader meets them. */
export const laws: readonly LawCase[] = [
  ...singleStationLaws,
  ...lossLaws,
  ...networkLaws,
  ...resilienceLaws,
  ...shopLaws,
];
