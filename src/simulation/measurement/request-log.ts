/** What became of every request of a run: kept where runs are compared request by request. */
import { Cause } from '../engine/task-state';
import { type JourneyRequests, Standing } from '../replications/request-outcomes';

export class RequestLog {
  readonly journeys: JourneyRequests[];

  constructor(journeyCount: number) {
    this.journeys = Array.from({ length: journeyCount }, () => ({
      bornMs: [],
      endedMs: [],
      standing: [],
    }));
  }

  arrived(journey: number, number: number, nowMs: number): void {
    const { bornMs, endedMs, standing } = this.journeys[journey];
    bornMs[number] = nowMs;
    endedMs[number] = Number.POSITIVE_INFINITY;
    standing[number] = Standing.underWay;
  }

  ended(journey: number, number: number, cause: number, isDegraded: boolean, nowMs: number): void {
    const { endedMs, standing } = this.journeys[journey];
    // It arrived before anybody noted.
    if (standing[number] === undefined) return;
    endedMs[number] = nowMs;
    const good = isDegraded ? Standing.degraded : Standing.ok;
    standing[number] = cause === Cause.none ? good : Standing.failed;
  }
}
