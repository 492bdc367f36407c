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

import { expectedArrivalRate } from '../simulation/theory/expected-arrival-rate';
import { Checkpoints } from './checkpoints';
import { DotSampling } from './dot-sampling';
import {
  type Advance,
  arrivalsOf,
  frameOf,
  type HostedRun,
  type HostedSimulation,
  type HostedSimulationOptions,
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

/** Checkpoints may take about this share of the worker's time; a large document has fewer. */
const checkpointShare = 0.05;

export class RunHost {
  readonly #options: RunHostOptions;
  readonly #budget: SliceBudget;
  #run: HostedRun | null = null;
  #advances: Advance[] = [];
  #isDeferred = false;

  constructor(options: RunHostOptions) {
    this.#options = options;
    this.#budget = { ...defaultSliceBudget, ...options.budget };
  }

  receive(message: PageMessage): void {
    if (message.type === 'start') {
      this.#start(message.runId, message.run, message.resumeBeforeMs);
      return;
    }
    const run = this.#run;
    if (run === null || message.runId !== run.runId) return;
    if (message.type === 'command') {
      run.commands.push(message.command);
      const [advance] = this.#advances;
      if (advance !== undefined && advance.startedAtMs !== null) advance.isCutShort = true;
      if (run.step === null) this.#guarded(run, () => this.#applyCommands(run));
    } else {
      const { toMs, speed } = message;
      this.#advances.push({ toMs, speed, startedAtMs: null, isCutShort: false });
      if (!this.#isDeferred) this.#work();
    }
  }

  #start(runId: number, request: RunRequest, resumeBeforeMs: number | null): void {
    this.#advances = [];
    if (resumeBeforeMs !== null && this.#resume(runId, resumeBeforeMs)) return;
    const { document, deploymentIds, seed, commands } = request;
    const run: HostedRun = {
      runId,
      seed,
      simulations: [],
      sampling: new DotSampling(expectedArrivalRate(document)),
      checkpoints: new Checkpoints(),
      nextCheckpointAtMs: 0,
      isChanged: false,
      nowMs: 0,
      commands: [...commands],
      step: null,
      stepMs: this.#budget.stepMs * firstStepShare,
    };
    this.#run = run;
    this.#guarded(run, () => {
      for (const deploymentId of deploymentIds) {
        const options = { document, deploymentId, seed, isObserved: true } as const;
        const simulation = this.#options.createSimulation(options);
        run.simulations.push({ deploymentId, simulation });
      }
      this.#applyCommands(run);
      this.#options.post({ type: 'ready', runId, timeMs: 0 });
    });
  }

  /** Takes the run under way back to a checkpoint; false where there is none to go back to. */
  #resume(runId: number, beforeMs: number): boolean {
    const run = this.#run;
    const checkpoint = run === null || run.isChanged ? null : run.checkpoints.before(beforeMs);
    if (run === null || checkpoint === null) return false;
    this.#guarded(run, () => {
      run.simulations.forEach(({ simulation }, index) => {
        simulation.restore(checkpoint.copies[index]);
      });
      Object.assign(run, { runId, nowMs: checkpoint.timeMs, commands: [], step: null });
      this.#options.post({ type: 'ready', runId, timeMs: run.nowMs });
    });
    return true;
  }

  /** One slice, then the event loop, until every advance is answered. */
  #work(): void {
    const run = this.#run;
    if (run === null || this.#advances.length === 0) return;
    this.#guarded(run, () => this.#slice(run));
    if (this.#run === null || this.#advances.length === 0 || this.#isDeferred) return;
    this.#isDeferred = true;
    this.#options.defer(() => {
      this.#isDeferred = false;
      this.#work();
    });
  }

  #slice(run: HostedRun): void {
    const sliceEndMs = this.#options.now() + this.#budget.sliceMs;
    const advance = this.#advances[0];
    if (advance.startedAtMs === null) this.#begin(run, advance);
    do {
      if (run.step === null) {
        this.#applyCommands(run);
        if (this.#isOver(run, advance)) {
          this.#answer(run, advance);
          return;
        }
        run.step = {
          toMs: Math.min(advance.toMs, run.nowMs + run.stepMs),
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
    return run.nowMs >= advance.toMs || advance.isCutShort || isBudgetUsed;
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
    run.nowMs = step.toMs;
    run.step = null;
    if (step.workedMs > this.#budget.sliceMs) {
      run.stepMs = Math.max(run.stepMs / 2, this.#budget.stepMs * shortestStepShare);
    } else if (step.workedMs < this.#budget.sliceMs / 4) {
      run.stepMs = Math.min(run.stepMs * 2, this.#budget.stepMs);
    }
  }

  #applyCommands(run: HostedRun): void {
    for (const command of run.commands) {
      for (const { simulation } of run.simulations) {
        // One that has stopped stands in the past: nothing can happen to it any more.
        if (simulation.stopped === null) simulation.apply(command);
      }
      if (command.kind === 'arrival-rate') run.sampling.expect(command.arrivalRatePerSecond);
    }
    if (run.commands.length > 0 && run.nowMs > 0) run.isChanged = true;
    run.commands = [];
  }

  #answer(run: HostedRun, advance: Advance): void {
    this.#advances.shift();
    const frame = frameOf(run);
    run.sampling.measure(arrivalsOf(frame), run.nowMs, advance.speed);
    this.#options.post({ type: 'frame', runId: run.runId, frame });
    this.#keepCheckpoint(run);
  }

  /** After a frame, so that no window is told twice; and on the way back nothing is kept twice. */
  #keepCheckpoint(run: HostedRun): void {
    const fromMs = this.#options.now();
    const isAffordable = fromMs >= run.nextCheckpointAtMs;
    if (run.isChanged || !isAffordable || !run.checkpoints.isDue(run.nowMs)) return;
    const copies = run.simulations.map(({ simulation }) => simulation.checkpoint());
    run.checkpoints.add({ timeMs: run.nowMs, copies });
    const nowMs = this.#options.now();
    run.nextCheckpointAtMs = nowMs + (nowMs - fromMs) / checkpointShare;
  }

  /** A broken invariant ends the run, with what is needed to replay it. */
  #guarded(run: HostedRun, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#run = null;
      this.#advances = [];
      const at = run.simulations[run.step?.simulationIndex ?? run.simulations.length - 1];
      this.#options.post({
        type: 'failed',
        runId: run.runId,
        message: error instanceof Error ? error.message : String(error),
        seed: run.seed,
        atMs: at?.simulation.nowMs ?? 0,
        events: at?.simulation.events ?? 0,
      });
    }
  }
}
