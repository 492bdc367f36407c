/**
 * A second simulator, as plain as can be and slow: every visit is a generator
 * that says what it waits for. It knows slots, cores, accept queues, calls with
 * timeouts, retries, bulkheads and fallbacks, branches and the network, all
 * with constant times, and shares no code with the engine.
 */
import type {
  ArchitectureDocument,
  Distribution,
  Policy,
  Step,
  Unit,
} from '../../../src/architecture/document';

type Cause = 'unavailable' | 'rejected' | 'timedOut' | 'error' | null;

interface Outcome {
  cause: Cause;
  isDegraded: boolean;
}

/** Begins a wait; whoever is given the way on calls it when the wait is over. */
type Wait = (goOn: (value?: Outcome) => void) => void;
type Process<Result> = Generator<Wait, Result, Outcome | undefined>;

interface Replica {
  unit: Unit;
  slotsBusy: number;
  slotQueue: (() => void)[];
  coresBusy: number;
  coreQueue: (() => void)[];
  /** Calls in flight under a bulkhead, by pair of modules. */
  inFlight: Map<string, number>;
}

const fine: Outcome = { cause: null, isDegraded: false };
const failed = (cause: Cause): Outcome => ({ cause, isDegraded: false });

function constant(distribution: Distribution): number {
  if (distribution.kind !== 'constant') throw new Error('Only constant times are known here.');
  return distribution.value;
}

/** What became of the customers and when, as `40.25 ok`, in order. */
export function plainEndings(document: ArchitectureDocument): string[] {
  return new PlainSimulator(document).run();
}

class PlainSimulator {
  private nowMs = 0;
  private count = 0;
  private events: { timeMs: number; order: number; act: () => void }[] = [];
  private soon: (() => void)[] = [];
  private readonly replicas = new Map<string, Replica[]>();
  private readonly turns = new Map<string, number>();
  private readonly found: string[] = [];

  constructor(private readonly document: ArchitectureDocument) {
    for (const unit of document.deployments[0].units) {
      this.replicas.set(
        unit.id,
        Array.from({ length: unit.replicas }, () => ({
          unit,
          slotsBusy: 0,
          slotQueue: [],
          coresBusy: 0,
          coreQueue: [],
          inFlight: new Map(),
        })),
      );
    }
  }

  run(): string[] {
    const { load, journeys } = this.document;
    if (load.kind !== 'replay') throw new Error('Only replayed arrivals are known here.');
    for (const { atMs } of load.arrivals) {
      this.at(atMs, () =>
        this.go(this.visit(journeys[0].entry, false), ({ cause, isDegraded }) => {
          this.found.push(`${this.nowMs.toFixed(6)} ${cause ?? (isDegraded ? 'degraded' : 'ok')}`);
        }),
      );
    }
    while (this.events.length > 0) {
      this.events.sort((a, b) => a.timeMs - b.timeMs || a.order - b.order);
      const event = this.events.shift();
      if (!event) break;
      this.nowMs = event.timeMs;
      event.act();
      for (let act = this.soon.shift(); act; act = this.soon.shift()) act();
    }
    return this.found;
  }

  private at(timeMs: number, act: () => void): void {
    this.events.push({ timeMs, order: this.count++, act });
  }

  private go(process: Process<Outcome>, onEnd: (outcome: Outcome) => void): void {
    const step = (value?: Outcome) => {
      const { done, value: next } = process.next(value);
      if (done) onEnd(next as Outcome);
      else (next as Wait)(step);
    };
    step();
  }

  private *sleep(ms: number): Process<void> {
    if (ms > 0) yield (goOn) => this.at(this.nowMs + ms, () => goOn());
  }

  /** Goes on at this instant, behind what is already due. */
  private *turn(): Process<void> {
    yield (goOn) => this.soon.push(() => goOn());
  }

  private unitOf(moduleId: string): Unit {
    const unit = this.document.deployments[0].units.find(({ modules }) =>
      modules.includes(moduleId),
    );
    if (!unit) throw new Error(`No unit holds ${moduleId}.`);
    return unit;
  }

  private pick(unit: Unit): Replica | undefined {
    const replicas = this.replicas.get(unit.id) ?? [];
    const turn = this.turns.get(unit.id) ?? 0;
    this.turns.set(unit.id, turn + 1);
    return replicas[turn % replicas.length];
  }

  /** A request at the door of its unit, until its answer leaves. */
  private *visit(reference: string, isRemote: boolean): Process<Outcome> {
    const replica = this.pick(this.unitOf(reference.split('.')[0]));
    if (!replica) return failed('unavailable');
    if (replica.slotsBusy < replica.unit.concurrency) replica.slotsBusy++;
    else if (replica.slotQueue.length >= replica.unit.acceptQueue) return failed('rejected');
    else yield (goOn) => replica.slotQueue.push(goOn);
    if (isRemote) yield* this.compute(replica, this.serializationMs);
    const outcome = yield* this.operation(replica, reference);
    const next = replica.slotQueue.shift();
    if (next) this.soon.push(next);
    else replica.slotsBusy--;
    return outcome;
  }

  private operation(replica: Replica, reference: string): Process<Outcome> {
    const [moduleId, name] = reference.split('.');
    const module = this.document.modules.find(({ id }) => id === moduleId);
    return this.steps(replica, moduleId, module?.operations[name] ?? []);
  }

  private *steps(replica: Replica, moduleId: string, steps: readonly Step[]): Process<Outcome> {
    let isDegraded = false;
    for (const step of steps) {
      let outcome = fine;
      if ('work' in step) yield* this.compute(replica, constant(step.work.cpuMs));
      else if ('wait' in step) yield* this.sleep(constant(step.wait.ms));
      else if ('parallel' in step) outcome = yield* this.branches(replica, moduleId, step.parallel);
      else if ('call' in step) outcome = yield* this.call(replica, moduleId, step.call);
      isDegraded ||= outcome.isDegraded;
      if (outcome.cause !== null) return { cause: outcome.cause, isDegraded };
    }
    return { cause: null, isDegraded };
  }

  private *compute(replica: Replica, cpuMs: number): Process<void> {
    if (cpuMs === 0) return;
    const { cores, speed } = replica.unit;
    const coreCount = Math.ceil(cores);
    if (replica.coresBusy < coreCount) replica.coresBusy++;
    else yield (goOn) => replica.coreQueue.push(goOn);
    yield* this.sleep(cpuMs / ((cores / coreCount) * speed));
    const next = replica.coreQueue.shift();
    if (next) next();
    else replica.coresBusy--;
  }

  private *branches(replica: Replica, moduleId: string, branches: Step[][]): Process<Outcome> {
    let left = branches.length;
    let cause: Cause = null;
    let isDegraded = false;
    yield (goOn) => {
      for (const branch of branches) {
        this.soon.push(() =>
          this.go(this.steps(replica, moduleId, branch), (outcome) => {
            cause ??= outcome.cause;
            isDegraded ||= outcome.isDegraded;
            if (--left > 0) return;
            if (cause === null) this.soon.push(() => goOn());
            else goOn();
          }),
        );
      }
    };
    return { cause, isDegraded };
  }

  private *call(replica: Replica, callerId: string, reference: string): Process<Outcome> {
    const calleeId = reference.split('.')[0];
    if (this.unitOf(calleeId) === replica.unit) return yield* this.operation(replica, reference);
    const policy = this.document.deployments[0].policies.find(
      ({ caller, callee }) => caller === callerId && callee === calleeId,
    );
    for (let tries = 0; ; tries++) {
      const outcome = yield* this.guarded(replica, `${callerId} ${reference}`, reference, policy);
      if (outcome.cause === null) {
        yield* this.turn();
        return outcome;
      }
      const { retries } = policy ?? {};
      if (retries && tries < retries.max) {
        const pause = retries.backoffMs * retries.factor ** tries;
        yield (goOn) => this.at(this.nowMs + pause, () => goOn());
      } else if (policy?.fallback) {
        yield* this.turn();
        return { cause: null, isDegraded: true };
      } else {
        return outcome;
      }
    }
  }

  private *guarded(
    replica: Replica,
    pair: string,
    reference: string,
    policy: Policy | undefined,
  ): Process<Outcome> {
    const inFlight = replica.inFlight.get(pair) ?? 0;
    const bulkhead = policy?.bulkhead;
    if (bulkhead && inFlight >= bulkhead.maxConcurrent) return failed('rejected');
    replica.inFlight.set(pair, inFlight + 1);
    yield* this.compute(replica, this.serializationMs);
    const outcome = yield (goOn) => {
      let isSettled = false;
      const settle = (outcome: Outcome) => {
        if (isSettled) return;
        isSettled = true;
        goOn(outcome);
      };
      const { timeoutMs } = policy ?? {};
      if (timeoutMs) this.at(this.nowMs + timeoutMs, () => settle(failed('timedOut')));
      this.go(this.there(reference), settle);
    };
    replica.inFlight.set(pair, (replica.inFlight.get(pair) ?? 1) - 1);
    return outcome ?? fine;
  }

  /** Over the network, through the visit, and back. */
  private *there(reference: string): Process<Outcome> {
    const latencyMs = constant(this.document.deployments[0].network.latencyMs);
    yield* this.sleep(latencyMs);
    const outcome = yield* this.visit(reference, true);
    yield* this.sleep(latencyMs);
    return outcome;
  }

  private get serializationMs(): number {
    return constant(this.document.deployments[0].network.serializationCpuMs);
  }
}
