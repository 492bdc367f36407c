/**
 * The same models with nothing but the engine's event queue, random numbers
 * and logarithm: what the language costs, as the bare C++ core is what the
 * machine allows.
 */
import { EventQueue } from '../../src/simulation/engine/event-queue';
import { naturalLogarithm } from '../../src/simulation/engine/logarithm';
import { streamKey, uniform } from '../../src/simulation/engine/random';
import type { BenchCase } from './cases';

const arrival = -1;
const stationBits = 3;

export class BareLoop {
  events = 0;
  private readonly queue = new EventQueue();
  private readonly key: number;
  private readonly busy: Int32Array;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  private readonly servers: Int32Array;
  private readonly meanMs: Float64Array;
  private next = new Int32Array(1 << 16);
  private bornMs = new Float64Array(1 << 16);
  private draw = 0;
  private freeHead = -1;
  private high = 0;
  private totalMs = 0;

  constructor(
    private readonly model: BenchCase,
    seed: number,
  ) {
    const count = model.stations.length;
    this.key = streamKey(seed, 0);
    this.busy = new Int32Array(count);
    this.head = new Int32Array(count).fill(-1);
    this.tail = new Int32Array(count).fill(-1);
    this.servers = Int32Array.from(model.stations, ({ servers }) => servers);
    this.meanMs = Float64Array.from(model.stations, ({ meanServiceMs }) => meanServiceMs);
  }

  /** Mean response time of that many requests, ms. */
  run(requestCount: number): number {
    const queue = this.queue;
    const meanArrivalMs = 1 / this.model.arrivalsPerMs;
    let arrived = 0;
    queue.push(this.exponential(meanArrivalMs), arrival);
    while (queue.size > 0) {
      const payload = queue.pop();
      const nowMs = queue.poppedTimeMs;
      this.events++;
      if (payload === arrival) {
        if (++arrived < requestCount) queue.push(nowMs + this.exponential(meanArrivalMs), arrival);
        this.enter(0, this.allocate(nowMs), nowMs);
      } else {
        this.leave(payload & ((1 << stationBits) - 1), payload >> stationBits, nowMs);
      }
    }
    return this.totalMs / requestCount;
  }

  private exponential(meanMs: number): number {
    return meanMs * -naturalLogarithm(1 - uniform(this.key, this.draw++, 0, 0));
  }

  private start(station: number, request: number, nowMs: number): void {
    const endMs = nowMs + this.exponential(this.meanMs[station]);
    this.queue.push(endMs, (request << stationBits) | station);
  }

  private enter(station: number, request: number, nowMs: number): void {
    if (this.busy[station] < this.servers[station]) {
      this.busy[station]++;
      this.start(station, request, nowMs);
      return;
    }
    this.next[request] = -1;
    if (this.head[station] < 0) this.head[station] = request;
    else this.next[this.tail[station]] = request;
    this.tail[station] = request;
  }

  private leave(station: number, request: number, nowMs: number): void {
    const waiting = this.head[station];
    if (waiting < 0) {
      this.busy[station]--;
    } else {
      this.head[station] = this.next[waiting];
      this.start(station, waiting, nowMs);
    }
    if (station + 1 < this.busy.length) {
      this.enter(station + 1, request, nowMs);
    } else {
      this.totalMs += nowMs - this.bornMs[request];
      this.next[request] = this.freeHead;
      this.freeHead = request;
    }
  }

  private allocate(nowMs: number): number {
    let request = this.freeHead;
    if (request >= 0) this.freeHead = this.next[request];
    else request = this.high++;
    if (request === this.next.length) this.grow();
    this.bornMs[request] = nowMs;
    return request;
  }

  private grow(): void {
    const next = new Int32Array(this.next.length * 2);
    const bornMs = new Float64Array(next.length);
    next.set(this.next);
    bornMs.set(this.bornMs);
    this.next = next;
    this.bornMs = bornMs;
  }
}
