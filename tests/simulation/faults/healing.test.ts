import { describe, expect, test } from 'vitest';
import type { ArchitectureDocument } from '../../../src/architecture/document';
import { shop } from '../../../src/architecture/shop';
import { Simulation } from '../../../src/simulation/engine/simulation';
import type { TimelineInput } from '../scenario';

type Timeline = ArchitectureDocument['timeline'];

const span = { atMs: 100, untilMs: 1500 };
const replica = { unit: 'catalog', number: 2 };
const link: [string, string] = ['web', 'catalog'];

/** Every fault that can end, over before the first customer comes. */
const faults: Record<string, TimelineInput> = {
  'crash of a module': { ...span, fault: 'crash', module: 'catalog' },
  'crash of a unit': { ...span, fault: 'crash', unit: 'shop' },
  'crash of a replica': { ...span, fault: 'crash', replica },
  'slow module': { ...span, fault: 'slow', module: 'catalog', factor: 7.3 },
  'slow replica': { ...span, fault: 'slow', replica, factor: 7.3 },
  'errors of a module': { ...span, fault: 'errors', module: 'catalog', rate: 0.3 },
  'errors of a replica': { ...span, fault: 'errors', replica, rate: 0.3 },
  'hog of a unit': { ...span, fault: 'hog', unit: 'web', cores: 0.3 },
  'hog of a replica': { ...span, fault: 'hog', replica, cores: 0.3 },
  'leak of a module': { ...span, fault: 'leak', module: 'catalog', mibPerSecond: 3 },
  'leak of a replica': { ...span, fault: 'leak', replica, mibPerSecond: 3 },
  latency: { ...span, fault: 'latency', link, addMs: 30.1 },
  loss: { ...span, fault: 'loss', link, rate: 0.3 },
  partition: { ...span, fault: 'partition', link },
};

function digestWith(timeline: TimelineInput[], deploymentId: string): string {
  const document: ArchitectureDocument = {
    ...shop,
    load: {
      kind: 'open',
      arrivalRatePerSecond: 200,
      pattern: [
        { atMs: 0, factor: 0, over: 0 },
        { atMs: 2000, factor: 1, over: 0 },
      ],
    },
    timeline: timeline as Timeline,
  };
  const simulation = new Simulation({ document, deploymentId, seed: 11 });
  simulation.runUntil(4000);
  return simulation.digest();
}

describe.each(['monolith', 'microservices'])('in the %s', (deploymentId) => {
  const untouched = digestWith([], deploymentId);

  test.each(Object.entries(faults))('%s heals to exactly the state without it', (_, fault) => {
    expect(digestWith([fault], deploymentId)).toBe(untouched);
  });

  test('all of them at once heal to exactly the state without them', () => {
    expect(digestWith(Object.values(faults), deploymentId)).toBe(untouched);
  });

  test('and while one lasts the run is another', () => {
    const slow = { atMs: 100, fault: 'slow', module: 'catalog', factor: 1.01 } as const;
    expect(digestWith([slow], deploymentId)).not.toBe(untouched);
  });
});
