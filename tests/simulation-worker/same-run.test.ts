import { describe, expect, it } from 'vitest';
import { cutOf } from '../../src/architecture/cut';
import { shop } from '../../src/architecture/shop';
import type { Command } from '../../src/simulation/command';
import { Simulation } from '../../src/simulation/engine/simulation';
import {
  type DeploymentFrame,
  HopField,
  HopKind,
  hopFieldCount,
  JourneyField,
  journeyFieldCount,
} from '../../src/simulation/frame';
import type { WorkerMessage } from '../../src/simulation-worker/protocol';
import { RunHost, type SliceBudget } from '../../src/simulation-worker/run-host';
import { WorkClock } from './counting-simulation';

const endless = Number.POSITIVE_INFINITY;
const deploymentIds = ['monolith', 'microservices'];
const crash: Command = {
  kind: 'module-fault',
  moduleId: 'payment',
  faultKind: 'crash',
  fault: { kind: 'crash' },
};

interface Watched {
  /** One digest per deployment. */
  digests: string[];
  frames: DeploymentFrame[][];
}

/** The shop for two seconds, payment crashing after one, watched in pictures of `pictureMs`. */
function watchShop(pictureMs: number, budget: Partial<SliceBudget>): Watched {
  const simulations: Simulation[] = [];
  const frames: DeploymentFrame[][] = [];
  const deferred: (() => void)[] = [];
  const clock = new WorkClock();
  const host = new RunHost({
    createSimulation(options) {
      const simulation = new Simulation(options);
      simulations.push(simulation);
      return simulation;
    },
    post(message: WorkerMessage) {
      if (message.type === 'failed') throw new Error(message.message);
      if (message.type === 'frame') frames.push(message.frame.deployments);
    },
    // Every look at the clock finds a tenth of a millisecond gone.
    now: () => {
      clock.nowMs += 0.1;
      return clock.nowMs;
    },
    defer: (callback) => deferred.push(callback),
    budget,
  });
  const goTo = (toMs: number) => {
    while ((simulations[0]?.nowMs ?? 0) < toMs) {
      const nextMs = Math.min(toMs, simulations[0].nowMs + pictureMs);
      host.receive({ type: 'advance', runId: 1, toMs: nextMs, speed: 1 });
      for (let next = deferred.shift(); next; next = deferred.shift()) next();
    }
  };
  host.receive({
    type: 'start',
    runId: 1,
    run: { document: shop, deploymentIds, seed: 42, script: [] },
  });
  goTo(1000);
  host.receive({ type: 'command', runId: 1, command: crash });
  goTo(2000);
  return { digests: simulations.map((simulation) => simulation.digest()), frames };
}

/** The same without a host: straight through, unobserved. */
function runShop(): string[] {
  return deploymentIds.map((deploymentId) => {
    const simulation = new Simulation({ document: shop, deploymentId, seed: 42 });
    simulation.runUntil(1000);
    simulation.apply(crash);
    simulation.runUntil(2000);
    return simulation.digest();
  });
}

describe('a watched run', () => {
  it.each<[string, number, Partial<SliceBudget>]>([
    ['sixty pictures a second', 16, {}],
    ['a slice for every event', 2000, { eventsPerLook: 1, sliceMs: 0, advanceMs: 1e9 }],
    ['one slice for all', 2000, { eventsPerLook: endless, sliceMs: 1e9, advanceMs: 1e9 }],
    ['short steps', 7, { stepMs: 1, eventsPerLook: 3, sliceMs: 0.5 }],
    ['answers short of the goal', 1000, { advanceMs: 1, eventsPerLook: 50 }],
  ])('is the run that nobody watches, with %s', (_case, pictureMs, budget) => {
    expect(watchShop(pictureMs, budget).digests).toEqual(runShop());
  });

  it('draws every eighth customer of each journey where a dot stands for eight', () => {
    const simulation = new Simulation({
      document: shop,
      deploymentId: 'monolith',
      seed: 42,
      isObserved: true,
    });
    simulation.setSampling(8);
    simulation.runUntil(5000);
    const { hops, journeys } = simulation.takeFrame();
    shop.journeys.forEach((_journey, index) => {
      const drawn = new Set<number>();
      for (let at = 0; at < hops.length; at += hopFieldCount) {
        if (hops[at + HopField.journeyIndex] === index)
          drawn.add(hops[at + HopField.requestNumber]);
      }
      const arrivals = journeys[index * journeyFieldCount + JourneyField.arrivals];
      const expected = Array.from({ length: Math.ceil(arrivals / 8) }, (_none, nth) => 8 * nth);
      expect([...drawn]).toEqual(expected);
    });
  });

  it('draws the same customers in both deployments', () => {
    const { frames } = watchShop(16, {});
    const arrivals = deploymentIds.map((_id, index) =>
      frames.flatMap((deployments) => firstHopsOf(deployments[index])),
    );
    expect(arrivals[0].length).toBeGreaterThan(50);
    expect(arrivals[1]).toEqual(arrivals[0]);
  });
});

/** When a customer came in, on which journey, and who: the hops into the system. */
function firstHopsOf({ deploymentId, hops }: DeploymentFrame): string[] {
  const { edges } = cutOf(shop, deploymentId);
  const seen: string[] = [];
  for (let at = 0; at < hops.length; at += hopFieldCount) {
    if (hops[at + HopField.kind] !== HopKind.request) continue;
    if (edges[hops[at + HopField.edgeIndex]].callerId !== null) continue;
    const { atMs, journeyIndex, requestNumber } = HopField;
    seen.push([atMs, journeyIndex, requestNumber].map((field) => hops[at + field]).join(' '));
  }
  return seen;
}
