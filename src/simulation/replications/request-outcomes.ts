/** How a request stands; the better, the smaller. */
export const Standing = { ok: 0, degraded: 1, failed: 2, underWay: 3 } as const;

/** The requests of one journey; the place of each is its number, the same customer in every run. */
export interface JourneyRequests {
  /** Simulated ms. */
  readonly bornMs: number[];
  /** Infinity while it is under way. */
  readonly endedMs: number[];
  /** One of Standing. */
  readonly standing: number[];
}

export interface RequestOutcomes {
  /** In the order of the document's journeys. */
  readonly journeys: readonly JourneyRequests[];
  /** When the run was over, ms. */
  readonly endMs: number;
}
