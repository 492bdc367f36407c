import type { Command } from '../../src/simulation/command';
import { type DeploymentFrame, JourneyField, journeyFieldCount } from '../../src/simulation/frame';
import type { UnitVisit } from '../../src/simulation/unit-visit';
import type {
  HostedSimulation,
  HostedSimulationOptions,
  SimulationCopy,
} from '../../src/simulation-worker/hosted-run';

/** A clock that moves only when a simulation works. */
export class WorkClock {
  nowMs = 0;
  readonly now = (): number => this.nowMs;
}

export interface CountingOptions {
  /** Events per simulated ms. */
  eventsPerMs: number;
  /** Work of one event on the clock, ms. */
  eventCostMs: number;
  /** Arrivals per simulated second that it claims. */
  arrivalRatePerSecond?: number;
  /** Throws when it gets to this event. */
  failsAtEvent?: number;
  /** Stops at this instant. */
  stopsAtMs?: number;
}

/** Counts evenly spaced events and writes down what it was told and when. */
export class CountingSimulation implements HostedSimulation {
  nowMs = 0;
  events = 0;
  stopped: HostedSimulation['stopped'] = null;
  readonly applied: { command: Command; atMs: number }[] = [];
  readonly samplings: number[] = [];
  readonly deploymentId: string;
  readonly #clock: WorkClock;
  readonly #options: CountingOptions;

  constructor(
    { deploymentId }: Pick<HostedSimulationOptions, 'deploymentId'>,
    clock: WorkClock,
    options: CountingOptions,
  ) {
    this.deploymentId = deploymentId;
    this.#clock = clock;
    this.#options = options;
  }

  runUntil(timeMs: number, eventLimit = Number.POSITIVE_INFINITY): boolean {
    const { eventsPerMs, eventCostMs, failsAtEvent, stopsAtMs } = this.#options;
    for (let handled = 0; handled < eventLimit; handled += 1) {
      const nextMs = (this.events + 1) / eventsPerMs;
      if (nextMs > timeMs) {
        this.nowMs = timeMs;
        return true;
      }
      if (stopsAtMs !== undefined && nextMs > stopsAtMs) {
        this.stopped = { atMs: stopsAtMs, reason: 'unstable' };
        return true;
      }
      this.events += 1;
      this.nowMs = nextMs;
      this.#clock.nowMs += eventCostMs;
      if (this.events === failsAtEvent) throw new Error('a slot is held twice');
    }
    return false;
  }

  get nextEventMs(): number {
    return this.stopped === null ? (this.events + 1) / this.#options.eventsPerMs : Infinity;
  }

  /** Every tenth event is about a request. */
  get requestMoments(): number {
    return Math.floor(this.events / 10);
  }

  apply(command: Command): void {
    this.applied.push({ command, atMs: this.nowMs });
  }

  checkpoint() {
    return { nowMs: this.nowMs, events: this.events, bytes: 16 };
  }

  restore(checkpoint: SimulationCopy): void {
    const { nowMs, events } = checkpoint as ReturnType<CountingSimulation['checkpoint']>;
    Object.assign(this, { nowMs, events });
  }

  fork(): CountingSimulation {
    const other = new CountingSimulation(this, this.#clock, this.#options);
    other.restore(this.checkpoint());
    return other;
  }

  setSampling(requestsPerDot: number): void {
    this.samplings.push(requestsPerDot);
  }

  /** One visit, whose number tells at which event it was looked at. */
  visitsAt(): UnitVisit[] {
    const visit = { journey: 0, replica: 0, slot: 0, queuePlace: null, state: 'cpu' } as const;
    return [{ ...visit, number: this.events, sinceMs: this.nowMs, isInVain: false }];
  }

  takeFrame(): DeploymentFrame {
    const journeys = new Float64Array(journeyFieldCount);
    journeys[JourneyField.arrivals] =
      ((this.#options.arrivalRatePerSecond ?? 0) * this.nowMs) / 1000;
    return {
      deploymentId: this.deploymentId,
      // What the host must keep equal, made visible to the test.
      units: Float64Array.of(this.nowMs),
      replicas: new Float64Array(0),
      slots: new Uint8Array(0),
      queues: new Uint8Array(0),
      calls: new Float64Array(0),
      journeys,
      hops: new Float64Array(0),
      windows: new Float64Array(0),
      unitWindows: new Float64Array(0),
      breakers: new Float64Array(0),
      usdPerHour: 0,
      events: this.events,
      stopped: this.stopped,
    };
  }
}
