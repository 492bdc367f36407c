/**
 * The worker's heart, free of worker globals: holds one simulation per
 * deployment, keeps them all on one clock, and works in slices.
 *
 * Time moves in steps. A step takes every deployment to the same instant, and
 * only between steps are commands applied and frames taken, so that both sides
 * of a comparison get a command at exactly the same instant and a frame never
 * shows two. A slice is how long the worker works before it lets waiting
 * messages in; a slice may end in the middle of a step. An advance answers at
 * the end of a step: when it has come to its goal, when its budget is used up,
 * or when a command was applied, so that the effect is seen at once.
 */

import type { Script } from '../simulation/script';
import { instantAfter, instantBefore, leavingInPlace, visitsAt } from './find-instant';
import { foresee } from './foresee';
import {
  type Advance,
  applyDue,
  arrivalsOf,
  emptyRun,
  frameOf,
  type HostedRun,
  type HostedSimulation,
  type HostedSimulationOptions,
  keepCheckpoint,
  nextEntryMs,
  takeUp,
} from './hosted-run';
import type { PageMessage, RunRequest, WorkerMessage } from './protocol';

export interface RunHostOptions {
  createSimulation(options: HostedSimulationOptions): HostedSimulation;
  post(message: WorkerMessage): void;
  /** A clock in ms, only for the budgets. */
  now(): number;
  /** Calls back from the event loop, after the messages that wait there by then. */
  defer(callback: () => void): void;
  budget?: Partial<SliceBudget>;
}

export interface SliceBudget {
  /** Time of one slice, after which waiting messages get their turn, ms. */
  sliceMs: number;
  /** Time of one advance, after which it answers short of its goal, ms. */
  advanceMs: number;
  /** Simulated length of a step at most, ms. Steps get shorter where one would take longer than a slice. */
  stepMs: number;
  /** Events between two looks at the clock. */
  eventsPerLook: number;
}

export const defaultSliceBudget: SliceBudget = {
  sliceMs: 8,
  advanceMs: 32,
  stepMs: 50,
  eventsPerLook: 2000,
};

/** A step is never cut below this share of its full length. */
const shortestStepShare = 1 / 1024;

/** The first step is this share: what a step costs is not known yet. It doubles while steps are cheap. */
const firstStepShare = 1 / 16;

export class RunHost {
  readonly #options: RunHostOptions;
  readonly #budget: SliceBudget;
  #run: HostedRun | null = null;
  /** Why the last run broke off. */
  #failure: Extract<WorkerMessage, { type: 'failed' }> | null = null;
  #advances: Advance[] = [];
  #isDeferred = false;
  /** Up to where the run is to be worked out ahead, as soon as no advance waits. */
  #foresight: Extract<PageMessage, { type: 'foresee' }> | null = null;

  constructor(options: RunHostOptions) {
    this.#options = options;
    this.#budget = { ...defaultSliceBudget, ...options.budget };
  }

  receive(message: PageMessage): void {
    if (message.type === 'start') {
      this.#start(message.runId, message.run);
      return;
    }
    if (message.type === 'resume') {
      this.#resume(message.runId, message.script, message.beforeMs);
      return;
    }
    const run = this.#run;
    if (run === null || message.runId !== run.runId) return;
    if (message.type === 'command') {
      run.sent.push(message.command);
      const [advance] = this.#advances;
      if (advance !== undefined && advance.startedAtMs !== null) advance.isCutShort = true;
      if (run.step === null) this.#guarded(run, () => this.#applyDue(run));
    } else if (message.type === 'find') {
      this.#guarded(run, () => this.#find(run, message));
    } else if (message.type === 'look') {
      const { lookId, moment } = message;
      this.#guarded(run, () => {
        const visits = visitsAt(run, moment);
        this.#options.post({ type: 'visits', runId: run.runId, lookId, visits });
      });
    } else if (message.type === 'foresee') {
      this.#foresight = message;
      this.#foresee();
    } else {
      const { toMs, speed } = message;
      this.#advances.push({ toMs, speed, startedAtMs: null, isCutShort: false });
      if (!this.#isDeferred) this.#work();
    }
  }

  #start(runId: number, request: RunRequest): void {
    this.#advances = [];
    this.#foresight = null;
    this.#failure = null;
    const run = emptyRun(runId, request, this.#budget.stepMs * firstStepShare);
    this.#run = run;
    this.#guarded(run, () => {
      const { document, deploymentIds, seed } = request;
      for (const deploymentId of deploymentIds) {
        const options = { document, deploymentId, seed, isObserved: true } as const;
        const simulation = this.#options.createSimulation(options);
        run.simulations.push({ deploymentId, simulation });
      }
      keepCheckpoint(run);
      this.#applyDue(run);
      this.#options.post({ type: 'ready', runId, timeMs: 0 });
    });
  }

  #resume(runId: number, script: Script, beforeMs: number): void {
    this.#advances = [];
    this.#foresight = null;
    const run = this.#run;
    if (run === null) {
      // It broke off while this was on its way here.
      if (this.#failure !== null) this.#options.post({ ...this.#failure, runId });
      return;
    }
    run.runId = runId;
    this.#guarded(run, () => {
      takeUp(run, script, beforeMs);
      this.#options.post({ type: 'ready', runId, timeMs: run.timeMs });
    });
  }

  #find(run: HostedRun, { fromMs, occasion, isBack }: PageMessage & { type: 'find' }): void {
    const find = isBack ? instantBefore : instantAfter;
    const timeMs = leavingInPlace(run, () => find(run, fromMs, occasion));
    this.#options.post({ type: 'found', runId: run.runId, timeMs });
  }

  /** One slice, then the event loop, until every advance is answered. */
  #work(): void {
    const run = this.#run;
    if (run === null || this.#advances.length === 0) return;
    this.#guarded(run, () => this.#slice(run));
    this.#foresee();
    if (this.#run === null || this.#advances.length === 0 || this.#isDeferred) return;
    this.#isDeferred = true;
    this.#options.defer(() => {
      this.#isDeferred = false;
      this.#work();
    });
  }

  /** One slice of what lies ahead, where nobody waits for anything else. */
  #foresee(): void {
    const run = this.#run;
    const wish = this.#foresight;
    if (run === null || wish === null || this.#advances.length > 0) return;
    this.#foresight = null;
    const endMs = this.#options.now() + this.#budget.sliceMs;
    const isOver = () => this.#options.now() >= endMs;
    this.#guarded(run, () => {
      const frame = foresee(run, { ...wish, isOver });
      this.#options.post({ type: 'foreseen', runId: run.runId, frame });
    });
  }

  #slice(run: HostedRun): void {
    const sliceEndMs = this.#options.now() + this.#budget.sliceMs;
    const advance = this.#advances[0];
    if (advance.startedAtMs === null) this.#begin(run, advance);
    do {
      if (run.step === null) {
        this.#applyDue(run);
        if (this.#isOver(run, advance)) {
          this.#answer(run, advance);
          return;
        }
        run.step = {
          toMs: Math.min(advance.toMs, run.timeMs + run.stepMs, nextEntryMs(run)),
          simulationIndex: 0,
          workedMs: 0,
        };
      }
      this.#workOnStep(run, run.step);
    } while (this.#options.now() < sliceEndMs);
  }

  #begin(run: HostedRun, advance: Advance): void {
    advance.startedAtMs = this.#options.now();
    const requestsPerDot = run.sampling.choose(advance.speed);
    for (const { simulation } of run.simulations) simulation.setSampling(requestsPerDot);
  }

  #isOver(run: HostedRun, advance: Advance): boolean {
    const startedAtMs = advance.startedAtMs ?? this.#options.now();
    const isBudgetUsed = this.#options.now() - startedAtMs >= this.#budget.advanceMs;
    return run.timeMs >= advance.toMs || advance.isCutShort || isBudgetUsed;
  }

  /** Up to `eventsPerLook` events of one deployment. */
  #workOnStep(run: HostedRun, step: NonNullable<HostedRun['step']>): void {
    const fromMs = this.#options.now();
    const { simulation } = run.simulations[step.simulationIndex];
    const isThere =
      simulation.stopped !== null || simulation.runUntil(step.toMs, this.#budget.eventsPerLook);
    step.workedMs += this.#options.now() - fromMs;
    if (!isThere) {
      // A load that has just grown: the step ends here already, for all that follow as well.
      const isTooLong = step.simulationIndex === 0 && step.workedMs > this.#budget.sliceMs;
      if (isTooLong) step.toMs = simulation.nowMs;
      return;
    }
    step.simulationIndex += 1;
    if (step.simulationIndex === run.simulations.length) this.#finishStep(run, step);
  }

  #finishStep(run: HostedRun, step: NonNullable<HostedRun['step']>): void {
    run.timeMs = step.toMs;
    run.step = null;
    keepCheckpoint(run);
    if (step.workedMs > this.#budget.sliceMs) {
      run.stepMs = Math.max(run.stepMs / 2, this.#budget.stepMs * shortestStepShare);
    } else if (step.workedMs < this.#budget.sliceMs / 4) {
      run.stepMs = Math.min(run.stepMs * 2, this.#budget.stepMs);
    }
  }

  #applyDue(run: HostedRun): void {
    for (const applied of applyDue(run)) {
      this.#options.post({ type: 'applied', runId: run.runId, ...applied });
    }
  }

  #answer(run: HostedRun, advance: Advance): void {
    this.#advances.shift();
    const frame = frameOf(run);
    run.sampling.measure(arrivalsOf(frame), run.timeMs, advance.speed);
    this.#options.post({ type: 'frame', runId: run.runId, frame });
  }

  /** A broken invariant ends the run, with what is needed to replay it. */
  #guarded(run: HostedRun, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#run = null;
      this.#advances = [];
      const at = run.simulations[run.step?.simulationIndex ?? run.simulations.length - 1];
      this.#failure = {
        type: 'failed',
        runId: run.runId,
        message: error instanceof Error ? error.message : String(error),
        seed: run.seed,
        atMs: at?.simulation.nowMs ?? 0,
        events: at?.simulation.events ?? 0,
      };
      this.#options.post(this.#failure);
    }
  }
}
