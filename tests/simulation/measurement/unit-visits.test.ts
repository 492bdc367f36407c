import { describe, expect, it } from 'vitest';
import { cutOf } from '../../../src/architecture/cut';
import { shop } from '../../../src/architecture/shop';
import { Simulation } from '../../../src/simulation/engine/simulation';
import {
  type DeploymentFrame,
  inVainBit,
  ReplicaField,
  replicaFieldCount,
} from '../../../src/simulation/frame';
import { call, parallel, simulate, wait, work } from '../scenario';

/** The shop in a rush while its card processor is slow. */
function slowShop(deploymentId: string): Simulation {
  const simulation = new Simulation({ document: shop, deploymentId, seed: 42, isObserved: true });
  simulation.apply({
    kind: 'module-fault',
    moduleId: 'card-processor',
    faultKind: 'slow',
    fault: { kind: 'slow', factor: 50 },
  });
  simulation.apply({ kind: 'arrival-rate', arrivalRatePerSecond: 1500 });
  return simulation;
}

/** What the visits say of slots and queues, in the columns of a frame. */
function columnsOf(
  simulation: Simulation,
  { deploymentId, replicas, slots, queues }: DeploymentFrame,
) {
  const told = { slots: new Uint8Array(slots.length), queues: new Uint8Array(queues.length) };
  const { units } = cutOf(shop, deploymentId);
  const visits = units.map(({ id }) => simulation.visitsAt(id));
  const seen = new Map<number, number>();
  let slotStart = 0;
  let queueStart = 0;
  for (let at = 0; at < replicas.length; at += replicaFieldCount) {
    const unit = replicas[at + ReplicaField.unitIndex];
    const replica = seen.get(unit) ?? 0;
    seen.set(unit, replica + 1);
    for (const visit of visits[unit].filter((each) => each.replica === replica)) {
      const byte = (1 + visit.journey) | (visit.isInVain ? inVainBit : 0);
      if (visit.slot !== null) told.slots[slotStart + visit.slot] = byte;
      if (visit.queuePlace !== null) told.queues[queueStart + visit.queuePlace] = visit.journey;
    }
    slotStart += replicas[at + ReplicaField.slotCount];
    queueStart += replicas[at + ReplicaField.queueHeadCount];
  }
  return told;
}

describe('who is at a unit', () => {
  it.each(['monolith', 'microservices'])(
    'is who holds the slots and stands in the queues of the picture: %s',
    (deploymentId) => {
      const simulation = slowShop(deploymentId);
      let busy = 0;
      let waiting = 0;
      for (const timeMs of [400, 1100, 2300]) {
        simulation.runUntil(timeMs);
        const frame = simulation.takeFrame();
        const told = columnsOf(simulation, frame);
        expect(told.slots).toEqual(frame.slots);
        expect(told.queues).toEqual(frame.queues);
        busy += frame.slots.filter((slot) => slot > 0).length;
        waiting += frame.queues.length;
      }
      expect(busy).toBeGreaterThan(10);
      if (deploymentId === 'monolith') expect(waiting).toBeGreaterThan(10);
    },
  );

  it('is told with what their time passes with, and since when', () => {
    const simulation = simulate({
      services: [
        { id: 'shop', steps: [call('stock')], unit: { concurrency: 2, cores: 1 } },
        { id: 'stock', steps: [work(20), wait(30), parallel([wait(10)], [wait(40)])] },
      ],
      arrivals: [0, 5, 6],
    });
    const at = (timeMs: number, unitId: string) => {
      simulation.runUntil(timeMs);
      return simulation
        .visitsAt(unitId)
        .map(({ number, state, slot, sinceMs }) => [number, state, slot, sinceMs]);
    };
    expect(at(8, 'shop')).toEqual([
      [0, 'call', 0, 0],
      [1, 'call', 1, 5],
      [2, 'slot', null, 6],
    ]);
    expect(at(8, 'stock').map(([number, state]) => [number, state])).toEqual([
      [0, 'cpu'],
      [1, 'core'],
    ]);
    expect(at(30, 'stock').map(([, state]) => state)).toEqual(['wait', 'cpu']);
    expect(at(55, 'stock').map(([, state]) => state)).toEqual(['branches', 'wait']);
    expect(simulation.visitsAt('nowhere')).toEqual([]);
  });

  it('includes those whom a unit without slots of its own works for', () => {
    const simulation = simulate({
      services: [
        { id: 'shop', steps: [call('card')] },
        { id: 'card', kind: 'external', steps: [wait(50)] },
      ],
      policies: [{ caller: 'shop', callee: 'card', timeoutMs: 20 }],
      arrivals: [0],
    });
    simulation.runUntil(10);
    expect(simulation.visitsAt('card')).toMatchObject([
      { slot: null, queuePlace: null, state: 'wait', isInVain: false },
    ]);
    simulation.runUntil(30);
    expect(simulation.visitsAt('card')).toMatchObject([{ state: 'wait', isInVain: true }]);
    simulation.runUntil(60);
    expect(simulation.visitsAt('card')).toEqual([]);
  });
});
