import { describe, expect, test } from 'vitest';
import type { ArchitectureDocument } from '../../../src/architecture/document';
import type { Policy } from '../../../src/architecture/policy';
import { shop } from '../../../src/architecture/shop';
import type { Command, Fault, LinkFault } from '../../../src/simulation/command';
import { Simulation } from '../../../src/simulation/engine/simulation';
import type { TimelineInput } from '../scenario';

type Timeline = ArchitectureDocument['timeline'];
type Times = Pick<TimelineInput & { untilMs?: number }, 'atMs' | 'untilMs'>;

const replica = { unit: 'catalog', number: 2 };
const link: [string, string] = ['web', 'catalog'];

/** Every fault that can end. */
function faultsWithin(span: Times, mibPerSecond = 3): Record<string, TimelineInput> {
  return {
    'crash of a module': { ...span, fault: 'crash', module: 'catalog' },
    'crash of a unit': { ...span, fault: 'crash', unit: 'shop' },
    'crash of a replica': { ...span, fault: 'crash', replica },
    'slow module': { ...span, fault: 'slow', module: 'catalog', factor: 7.3 },
    'slow unit': { ...span, fault: 'slow', unit: 'shop', factor: 7.3 },
    'slow replica': { ...span, fault: 'slow', replica, factor: 7.3 },
    'errors of a module': { ...span, fault: 'errors', module: 'catalog', rate: 0.3 },
    'errors of a unit': { ...span, fault: 'errors', unit: 'catalog', rate: 0.3 },
    'errors of a replica': { ...span, fault: 'errors', replica, rate: 0.3 },
    'hog of a module': { ...span, fault: 'hog', module: 'web', cores: 0.3 },
    'hog of a unit': { ...span, fault: 'hog', unit: 'web', cores: 0.3 },
    'hog of a replica': { ...span, fault: 'hog', replica, cores: 0.3 },
    'leak of a module': { ...span, fault: 'leak', module: 'catalog', mibPerSecond },
    'leak of a unit': { ...span, fault: 'leak', unit: 'catalog', mibPerSecond },
    'leak of a replica': { ...span, fault: 'leak', replica, mibPerSecond },
    latency: { ...span, fault: 'latency', link, addMs: 30.1 },
    loss: { ...span, fault: 'loss', link, rate: 0.3 },
    partition: { ...span, fault: 'partition', link },
  };
}

const policy: Policy = {
  caller: 'web',
  callee: 'catalog',
  timeoutMs: 12,
  cancel: true,
  retries: { max: 2, backoffMs: 5, factor: 2, jitter: 'full' },
};

/** How a shop is to be without what is done to it. */
const originalPolicy =
  shop.deployments
    .find(({ id }) => id === 'microservices')
    ?.policies.find(({ caller, callee }) => caller === 'web' && callee === 'catalog') ?? null;

interface Deed {
  begin: Command;
  end: Command;
}

/** What a click does and takes back, by the words of the same thing in the document. */
function deedsIn(deploymentId: string): Record<string, Deed> {
  const unit = (unitId: string) => ({ deploymentId, unitId });
  const faults = Object.entries(faultsWithin({ atMs: 0 }, 700)).map(([name, event]) => {
    const begin = commandOf(event, deploymentId);
    return [name, { begin, end: liftOf(begin) }];
  });
  const release = { kind: 'release', moduleId: 'catalog', fault: null } as const;
  const end = { kind: 'roll-back', moduleId: 'catalog' } as const;
  const onCall = { kind: 'policy', deploymentId, callerId: 'web', calleeId: 'catalog' } as const;
  const isMonolith = deploymentId === 'monolith';
  return {
    ...Object.fromEntries(faults),
    'crash of a unit': {
      begin: { kind: 'unit-crash', ...unit(isMonolith ? 'shop' : 'web'), isDown: true },
      end: { kind: 'unit-crash', ...unit(isMonolith ? 'shop' : 'web'), isDown: false },
    },
    'rolling release': { begin: { ...release, strategy: 'rolling' }, end },
    'bad release at once': {
      begin: { ...release, strategy: 'recreate', fault: { kind: 'slow', factor: 9 } },
      end,
    },
    'bad release beside the old one': {
      begin: { ...release, strategy: 'blue-green', fault: { kind: 'errors', rate: 1 } },
      end,
    },
    'another policy': {
      begin: { ...onCall, policy },
      end: { ...onCall, policy: isMonolith ? null : originalPolicy },
    },
    'no policy': {
      begin: { ...onCall, policy: null },
      end: { ...onCall, policy: isMonolith ? null : originalPolicy },
    },
    'another pattern of the load': {
      begin: {
        kind: 'load-pattern',
        pattern: [...lateCustomers, { atMs: lateMs, factor: 3, over: 0 }],
      },
      end: { kind: 'load-pattern', pattern: lateCustomers },
    },
    'another arrival rate': {
      begin: { kind: 'arrival-rate', arrivalRatePerSecond: 20 },
      end: { kind: 'arrival-rate', arrivalRatePerSecond: 200 },
    },
  };
}

/** The command that begins what an event of the document begins. */
function commandOf(event: TimelineInput, deploymentId: string): Command {
  if (!('fault' in event) || 'release' in event) throw new Error('Not a fault.');
  const { atMs: _, untilMs: __, fault: kind, ...rest } = event;
  if ('link' in rest) {
    const { link: ends, ...amount } = rest;
    const [callerId, calleeId] = ends as [string, string];
    const fault = { kind, ...amount } as LinkFault;
    return { kind: 'link-fault', callerId, calleeId, faultKind: fault.kind, fault };
  }
  const { module, unit, replica: one, ...amount } = rest;
  const fault = { kind, ...amount } as Fault;
  const faultKind = fault.kind;
  if (module !== undefined) return { kind: 'module-fault', moduleId: module, faultKind, fault };
  if (one !== undefined) {
    const place = { deploymentId, unitId: one.unit, replicaNumber: one.number };
    return { kind: 'replica-fault', ...place, faultKind, fault };
  }
  const place = { deploymentId, unitId: unit ?? '' };
  if (fault.kind === 'crash') return { kind: 'unit-crash', ...place, isDown: true };
  return { kind: 'unit-fault', ...place, faultKind: fault.kind, fault };
}

function liftOf(command: Command): Command {
  if (command.kind === 'unit-crash') return { ...command, isDown: false };
  return { ...command, fault: null } as Command;
}

/** When the customers come who come late. */
const lateMs = 60_000;
const lateCustomers = [
  { atMs: 0, factor: 0, over: 0 },
  { atMs: lateMs, factor: 1, over: 0 },
];

interface RunOptions {
  deploymentId: string;
  timeline?: TimelineInput[];
  commands?: readonly { atMs: number; command: Command }[];
  fromMs: number;
  lengthMs: number;
}

function digestOf({ deploymentId, timeline, commands, fromMs, lengthMs }: RunOptions): string {
  const document: ArchitectureDocument = {
    ...shop,
    load: {
      kind: 'open',
      arrivalRatePerSecond: 200,
      pattern: [
        { atMs: 0, factor: 0, over: 0 },
        { atMs: fromMs, factor: 1, over: 0 },
      ],
    },
    timeline: (timeline ?? []) as Timeline,
  };
  const simulation = new Simulation({ document, deploymentId, seed: 11 });
  for (const { atMs, command } of commands ?? []) {
    simulation.runUntil(atMs);
    simulation.apply(command);
  }
  simulation.runUntil(fromMs + lengthMs);
  return simulation.digest();
}

describe.each(['monolith', 'microservices'])('in the %s', (deploymentId) => {
  const before = { deploymentId, fromMs: 2000, lengthMs: 2000 };
  const faults = faultsWithin({ atMs: 100, untilMs: 1500 });
  const untouched = digestOf(before);

  test.each(Object.entries(faults))('%s heals to exactly the state without it', (_, fault) => {
    expect(digestOf({ ...before, timeline: [fault] })).toBe(untouched);
  });

  test('all of them at once heal to exactly the state without them', () => {
    expect(digestOf({ ...before, timeline: Object.values(faults) })).toBe(untouched);
  });

  test('and while one lasts the run is another', () => {
    const slow = { atMs: 100, fault: 'slow', module: 'catalog', factor: 1.01 } as const;
    expect(digestOf({ ...before, timeline: [slow] })).not.toBe(untouched);
  });

  describe('by a click', () => {
    const late = { deploymentId, fromMs: lateMs, lengthMs: 2000 };
    const calm = digestOf(late);
    const deeds = deedsIn(deploymentId);

    test.each(Object.entries(deeds))('%s leaves nothing behind', (_, { begin, end }) => {
      const commands = [
        { atMs: 100, command: begin },
        { atMs: 1500, command: end },
      ];
      expect(digestOf({ ...late, commands })).toBe(calm);
    });

    test('all of them at once leave nothing behind', () => {
      const commands = [
        ...Object.values(deeds).map(({ begin }) => ({ atMs: 100, command: begin })),
        ...Object.values(deeds).map(({ end }) => ({ atMs: 1500, command: end })),
      ];
      expect(digestOf({ ...late, commands })).toBe(calm);
    });
  });
});

describe('what a click does', () => {
  const span = { atMs: 600, untilMs: 1400 };
  const run = { deploymentId: 'microservices', fromMs: 0, lengthMs: 2500 };
  const healthy = digestOf(run);
  // A crash of the document ends when the start-up is over, one by a click when it begins.
  const lasting = Object.entries(faultsWithin(span, 700)).filter(
    ([, event]) => !('fault' in event && event.fault === 'crash'),
  );

  test.each(lasting)('%s is what the document does with the same words', (name, event) => {
    const begin = commandOf(event, run.deploymentId);
    const byDocument = digestOf({ ...run, timeline: [event] });
    const commands = [
      { atMs: span.atMs, command: begin },
      { atMs: span.untilMs, command: liftOf(begin) },
    ];
    expect(digestOf({ ...run, commands })).toBe(byDocument);
    // There is no such unit here.
    const isHarmless = name === 'slow unit';
    expect(byDocument === healthy).toBe(isHarmless);
  });

  test('releases and policies are those of the document too', () => {
    const timeline: TimelineInput[] = [
      {
        atMs: 300,
        release: 'catalog',
        strategy: 'recreate',
        fault: { kind: 'errors', rate: 0.7 },
        rollbackAtMs: 9000,
      },
      { atMs: 500, policy },
    ];
    const commands: { atMs: number; command: Command }[] = [
      {
        atMs: 300,
        command: {
          kind: 'release',
          moduleId: 'catalog',
          strategy: 'recreate',
          fault: { kind: 'errors', rate: 0.7 },
        },
      },
      {
        atMs: 500,
        command: {
          kind: 'policy',
          deploymentId: run.deploymentId,
          callerId: 'web',
          calleeId: 'catalog',
          policy,
        },
      },
      { atMs: 9000, command: { kind: 'roll-back', moduleId: 'catalog' } },
    ];
    const long = { ...run, lengthMs: 20_000 };
    expect(digestOf({ ...long, commands })).toBe(digestOf({ ...long, timeline }));
  });
});
