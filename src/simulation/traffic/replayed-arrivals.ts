/** Replayed load: the arrivals of a list, in order of time. */
import type { EngineState } from '../engine/engine-state';
import { EventKind } from '../engine/task-state';
import type { ArrivalProcess } from './arrival-process';
import { newRequest } from './requests';

export class ReplayedArrivals implements ArrivalProcess {
  readonly isClosed = false;
  private next = 0;
  private readonly count: Int32Array;

  constructor(
    private readonly timesMs: Float64Array,
    private readonly journeys: Int32Array,
    journeyCount: number,
  ) {
    this.count = new Int32Array(journeyCount);
  }

  start(s: EngineState): void {
    this.schedule(s);
  }

  onDue(s: EngineState): void {
    const journey = this.journeys[this.next++];
    this.schedule(s);
    newRequest(s, journey, this.count[journey]++, 0);
  }

  onCompleted(): void {
    // The list says who comes.
  }

  setRateFactor(): void {
    // The list says when they come.
  }

  setRate(): void {
    // As above.
  }

  setPattern(): void {
    // As above.
  }

  private schedule(s: EngineState): void {
    if (this.next < this.timesMs.length) s.schedule(this.timesMs[this.next], EventKind.arrival, 0);
  }
}
