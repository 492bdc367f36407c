import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkDocument } from '../../../src/architecture/check-document';
import type {
  ArchitectureDocument,
  ArchitectureDocumentInput,
} from '../../../src/architecture/document';
import { shop } from '../../../src/architecture/shop';
import { Simulation } from '../../../src/simulation/engine/simulation';
import { openKernel } from '../../../src/simulation/kernel/kernel';
import { kernelRunOf } from '../../../src/simulation/kernel/kernel-run';
import { RequestLog } from '../../../src/simulation/measurement/request-log';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import { eventfulMs, randomDocument } from '../../laws/random-document';

function documentOf(input: ArchitectureDocumentInput): ArchitectureDocument {
  const report = checkDocument(input);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return report.document;
}

/** A run and all that can be asked of it. */
class Run {
  readonly simulation: Simulation;
  readonly #log: RequestLog;

  constructor(document: ArchitectureDocument, seed: number, isPlain: boolean) {
    const kernel = isPlain ? {} : { kernel: kernelRunOf };
    const [{ id: deploymentId }] = document.deployments;
    this.simulation = new Simulation({ document, deploymentId, seed, hasWindows: true, ...kernel });
    this.#log = new RequestLog(document.journeys.length);
    this.simulation.logRequests(this.#log);
  }

  get outcome() {
    const { simulation } = this;
    return {
      result: resultOf(simulation),
      windows: simulation.takeWindows(),
      requests: this.#log.journeys,
      nextEventMs: simulation.nextEventMs,
    };
  }
}

const runs = { numRuns: 60, seed: 2026 };

describe('a run in the kernel', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('comes to what it comes to without, in documents of any shape', () => {
    fc.assert(
      fc.property(randomDocument, fc.nat(1000), (input, seed) => {
        const document = documentOf(input);
        const [plain, quick] = [true, false].map((isPlain) => new Run(document, seed, isPlain));
        plain.simulation.runUntil(2 * eventfulMs);
        quick.simulation.runUntil(2 * eventfulMs);
        expect(quick.outcome).toEqual(plain.outcome);
      }),
      runs,
    );
  });

  it('comes to the same in slices, taking turns with others, and after going back', () => {
    fc.assert(
      fc.property(
        randomDocument,
        fc.nat(1000),
        fc.integer({ min: 1, max: 400 }),
        fc.nat(eventfulMs),
        (input, seed, slice, markMs) => {
          const document = documentOf(input);
          const plain = new Run(document, seed, true);
          const quick = new Run(document, seed, false);
          const other = new Run(document, seed + 1, false);
          while (!quick.simulation.runUntil(markMs, slice))
            other.simulation.runUntil(markMs, slice);
          const mark = quick.simulation.checkpoint();
          const fork = quick.simulation.fork();
          quick.simulation.runUntil(markMs + 500);
          quick.simulation.restore(mark);
          fork.runUntil(2 * eventfulMs);
          quick.simulation.runUntil(2 * eventfulMs);
          plain.simulation.runUntil(2 * eventfulMs);
          expect(resultOf(quick.simulation)).toEqual(resultOf(plain.simulation));
          expect(resultOf(fork)).toEqual(resultOf(plain.simulation));
        },
      ),
      { ...runs, numRuns: 30 },
    );
  });

  it('does what is commanded on the way', () => {
    const outcomes = [true, false].map((isPlain) => {
      const run = new Run(shop, 7, isPlain);
      const { simulation } = run;
      simulation.runUntil(5000);
      simulation.apply({ kind: 'arrival-rate', arrivalRatePerSecond: 400 });
      simulation.runUntil(8000);
      simulation.apply({
        kind: 'replicas',
        deploymentId: 'monolith',
        unitId: 'shop',
        replicas: 6,
      });
      simulation.runUntil(60_000);
      return run.outcome;
    });
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[1].result.journeys.browse.ok).toBeGreaterThan(5000);
  });

  it('goes on without it when more is in flight than its memory is for', () => {
    const crowded = documentOf({
      version: 1,
      id: 'crowd',
      modules: [{ id: 'door', operations: { pass: [{ wait: { ms: 30_000 } }] } }],
      journeys: [{ id: 'visit', entry: 'door.pass' }],
      load: { kind: 'open', arrivalRatePerSecond: 20_000 },
      deployments: [
        {
          id: 'one',
          units: [{ id: 'door', modules: ['door'], concurrency: 10, acceptQueue: 1_000_000 }],
        },
      ],
    });
    const outcomes = [true, false].map((isPlain) => {
      const run = new Run(crowded, 1, isPlain);
      run.simulation.runUntil(5000);
      return run.outcome;
    });
    expect(outcomes[1].result.journeys.visit.inFlight).toBeGreaterThan(90_000);
    expect(outcomes[1]).toEqual(outcomes[0]);
  });

  it('is done without where a page or a machine does not allow it', () => {
    expect(openKernel()).not.toBeNull();
    vi.stubGlobal('WebAssembly', {
      Module: class {
        constructor() {
          throw new EvalError('Refused to compile: the policy of the page says so.');
        }
      },
    });
    expect(openKernel()).toBeNull();
    vi.stubGlobal('WebAssembly', undefined);
    expect(openKernel()).toBeNull();
  });
});
