/** Columns of the counters that an observation keeps: a row of them for each journey, unit and call edge. */
export const JourneyCount = { arrivals: 0, ok: 1, degraded: 2, failed: 3 } as const;
export const UnitCount = { answered: 0, failed: 1, rejected: 2 } as const;
export const CallCount = { attempts: 0, ended: 1, failed: 2 } as const;
export const journeyCountColumns = 4;
export const unitCountColumns = 3;
export const callCountColumns = 3;
