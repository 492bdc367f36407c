/**
 * The page's end of the door: starts runs in a web worker, asks for progress,
 * and hands on what belongs to the present run. Answers about an earlier run
 * that were still under way are dropped.
 */
import type { Command, TimedCommand } from '../simulation/command';
import type { Frame } from '../simulation/frame';
import type { Script } from '../simulation/script';
import type { UnitMoment, UnitVisit } from '../simulation/unit-visit';
import { InPagePort } from './in-page-port';
import { Patience } from './patience';
import type { Occasion, PageMessage, RunRequest, WorkerMessage } from './protocol';

/** Why a run broke off. `seed` is `null` where the worker itself could not be loaded. */
export interface RunFailure {
  message: string;
  seed: number | null;
  atMs: number;
  events: number;
}

export interface SimulationListener {
  /** The run stands at `timeMs`, ready to advance. */
  onReady(timeMs: number): void;
  onFrame(frame: Frame): void;
  /** What will be at an instant ahead, which was asked for. */
  onForeseen(frame: Frame): void;
  /** A command that was sent took effect. */
  onApplied(applied: TimedCommand): void;
  /** The instant that was asked for. */
  onFound(timeMs: number): void;
  onFailed(failure: RunFailure): void;
}

/** As much of a `Worker` as the client needs. */
export interface WorkerPort {
  postMessage(message: PageMessage): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<WorkerMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export class SimulationClient {
  #listener: SimulationListener | null = null;
  #worker: WorkerPort | null = null;
  #runId = 0;
  readonly #patience = new Patience(() => this.#breakOff('The simulation does not answer.'));
  readonly #createWorker: () => WorkerPort;
  /** What was asked about the present run and is not answered yet, by `lookId`. */
  readonly #looks = new Map<number, (visits: readonly UnitVisit[] | null) => void>();
  #lookId = 0;

  constructor(createWorker: () => WorkerPort = createSimulationWorker) {
    this.#createWorker = createWorker;
  }

  listen(listener: SimulationListener): void {
    this.#listener = listener;
  }

  /** Starts a run in place of the present one, at time 0; answered by `onReady` or `onFailed`. */
  start(run: RunRequest): void {
    this.#beginRun();
    try {
      this.#worker ??= this.#openWorker();
      this.#ask({ type: 'start', runId: this.#runId, run }, 'ready');
    } catch (error) {
      this.#breakOff(error instanceof Error ? error.message : String(error));
    }
  }

  /**
   * Goes on with the present run under this script, from an instant at or before
   * `beforeMs`; answered by `onReady` or `onFailed`.
   */
  resume(script: Script, beforeMs: number): void {
    this.#beginRun();
    this.#ask({ type: 'resume', runId: this.#runId, script, beforeMs }, 'ready');
  }

  /** Asks for progress up to `toMs`; answered by one `onFrame`, possibly short of it. */
  advance(toMs: number, speed: number): void {
    this.#ask({ type: 'advance', runId: this.#runId, toMs, speed }, 'frame');
  }

  /** Has what comes after `fromMs` worked out ahead; answered by one `onForeseen`, or not at all where that costs too much. */
  foresee(fromMs: number, toMs: number): void {
    // Nobody waits for it.
    this.#worker?.postMessage({ type: 'foresee', runId: this.#runId, fromMs, toMs });
  }

  /** Takes effect at the simulated instant at which the worker comes to it; answered by `onApplied`. */
  send(command: Command): void {
    this.#ask({ type: 'command', runId: this.#runId, command }, 'applied');
  }

  /** Asks when it happens next after `fromMs`, or did last before; answered by `onFound`. */
  find(fromMs: number, occasion: Occasion, isBack: boolean): void {
    this.#ask({ type: 'find', runId: this.#runId, fromMs, occasion, isBack }, 'found');
  }

  /** Asks who is at a unit at an instant; `null` when the run goes on elsewhere before the answer comes. */
  look(moment: UnitMoment): Promise<readonly UnitVisit[] | null> {
    if (this.#worker === null) return Promise.resolve(null);
    this.#lookId += 1;
    const lookId = this.#lookId;
    return new Promise((resolve) => {
      this.#looks.set(lookId, resolve);
      this.#ask({ type: 'look', runId: this.#runId, lookId, moment }, 'visits');
    });
  }

  dispose(): void {
    this.#closeWorker();
    this.#listener = null;
  }

  #openWorker(): WorkerPort {
    const worker = this.#createWorker();
    worker.onmessage = (event) => this.#receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#breakOff(event.message || 'The simulation worker could not be loaded.');
    };
    worker.onmessageerror = () => {
      this.#breakOff('A message of the simulation worker could not be read.');
    };
    return worker;
  }

  /** What was asked about the run before is of no interest any more. */
  #beginRun(): void {
    this.#runId += 1;
    this.#patience.drop();
    this.#giveUpLooks();
  }

  #giveUpLooks(): void {
    for (const resolve of this.#looks.values()) resolve(null);
    this.#looks.clear();
  }

  #closeWorker(): void {
    this.#patience.startOver();
    this.#giveUpLooks();
    const worker = this.#worker;
    if (worker === null) return;
    worker.onmessage = null;
    worker.onerror = null;
    worker.onmessageerror = null;
    worker.terminate();
    this.#worker = null;
  }

  #ask(message: PageMessage, answer: WorkerMessage['type']): void {
    if (this.#worker === null) return;
    this.#worker.postMessage(message);
    this.#patience.ask(answer);
  }

  #receive(message: WorkerMessage): void {
    if (message.runId !== this.#runId) return;
    this.#patience.hear(message.type);
    switch (message.type) {
      case 'ready':
        this.#listener?.onReady(message.timeMs);
        break;
      case 'frame':
        this.#listener?.onFrame(message.frame);
        break;
      case 'foreseen':
        this.#listener?.onForeseen(message.frame);
        break;
      case 'applied': {
        const { atMs, command } = message;
        this.#listener?.onApplied({ atMs, command });
        break;
      }
      case 'found':
        this.#listener?.onFound(message.timeMs);
        break;
      case 'visits':
        this.#looks.get(message.lookId)?.(message.visits);
        this.#looks.delete(message.lookId);
        break;
      case 'failed': {
        const { message: text, seed, atMs, events } = message;
        // What broke once may be left half done: the next run gets a fresh worker.
        this.#closeWorker();
        this.#listener?.onFailed({ message: text, seed, atMs, events });
        break;
      }
    }
  }

  #breakOff(message: string): void {
    this.#closeWorker();
    this.#listener?.onFailed({ message, seed: null, atMs: 0, events: 0 });
  }
}

function createSimulationWorker(): WorkerPort {
  if (globalThis.origin === 'null') return new InPagePort();
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
