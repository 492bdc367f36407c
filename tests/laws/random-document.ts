/**
 * Documents of every shape that the format allows, small enough to run by the
 * hundred: services that call those after them, a broker, a third party, any
 * partition into units, any policy on any call, and a timeline of faults,
 * changes of load and scale, releases and switched policies.
 */
import fc from 'fast-check';
import type { DistributionInput } from '../../src/architecture/distribution';
import type { ArchitectureDocumentInput } from '../../src/architecture/document';
import type { StepInput } from '../../src/architecture/step';

type DeploymentInput = ArchitectureDocumentInput['deployments'][number];
type UnitInput = DeploymentInput['units'][number];
type PolicyInput = NonNullable<DeploymentInput['policies']>[number];
type LoadInput = ArchitectureDocumentInput['load'];
type Pattern = NonNullable<Extract<LoadInput, { kind: 'open' }>['pattern']>;
type TimelineInput = NonNullable<ArchitectureDocumentInput['timeline']>;

/** Everything that is timed happens within this long, ms. */
export const eventfulMs = 2000;

const external = 'bank';
const broker = 'events';
/**
 * What the broker delivers to. It publishes nothing, or messages would breed
 * messages, and calls nobody: one that can never succeed is delivered for ever.
 */
const consumer = 'mailer';

const ms = fc.integer({ min: 0, max: 40 });
const positiveMs = fc.integer({ min: 1, max: 40 });
const instantMs = fc.integer({ min: 0, max: eventfulMs });
const share = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);

const duration: fc.Arbitrary<DistributionInput> = fc.oneof(
  ms,
  positiveMs.map((mean) => ({ kind: 'exponential' as const, mean })),
  positiveMs.map((mean) => ({ kind: 'lognormal' as const, mean, cv: 1 })),
  positiveMs.map((max) => ({ kind: 'uniform' as const, min: 0, max })),
);

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

/** Leaves out the keys that have no value. */
function compact<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

const work = duration.map((cpuMs): StepInput => ({ work: { cpuMs } }));
const wait = duration.map((length): StepInput => ({ wait: { ms: length } }));
const publish = fc.constant<StepInput>({ call: `${broker}.serve`, async: true });

/** Steps of a module that may call the ones named, at least one. */
function steps(callees: readonly string[], depth = 0): fc.Arbitrary<StepInput[]> {
  const call = fc
    .record({ callee: fc.constantFrom(...callees), probability: fc.constantFrom(0, 0.5, 1, 1) })
    .map(({ callee, probability }): StepInput => ({ call: `${callee}.serve`, probability }));
  const choices = [work, work, wait, publish, call, call, call];
  if (depth < 2) {
    choices.push(
      fc
        .array(steps(callees, depth + 1), { minLength: 1, maxLength: 3 })
        .map((parallel): StepInput => ({ parallel })),
    );
  }
  return fc.array(fc.oneof(...choices), { maxLength: 4 });
}

const unitShape: fc.Arbitrary<Partial<UnitInput>> = fc
  .record({
    replicas: fc.integer({ min: 0, max: 3 }),
    cores: fc.constantFrom(0.5, 1, 2),
    concurrency: fc.integer({ min: 1, max: 6 }),
    acceptQueue: fc.constantFrom(0, 1, 5, 1000),
    startupMs: fc.constantFrom(0, 50, 400),
    memoryMiB: fc.constantFrom(64, 512),
    balancer: fc.constantFrom<UnitInput['balancer']>(
      'round-robin',
      'random',
      'least-outstanding',
      'two-choices',
    ),
    eventLoop: fc.boolean(),
    autoscaler: maybe(fc.constant({ min: 1, max: 4, everyMs: 300, stabilizationMs: 500 })),
  })
  .map(compact);

type PolicyShape = Omit<PolicyInput, 'caller' | 'callee'>;

const policyShape: fc.Arbitrary<PolicyShape> = fc
  .record({
    timeoutMs: maybe(fc.constantFrom(5, 20, 100)),
    cancel: fc.boolean(),
    retries: maybe(
      fc
        .record({
          max: fc.integer({ min: 0, max: 3 }),
          backoffMs: fc.constantFrom(0, 10),
          jitter: fc.constantFrom('none' as const, 'full' as const),
          budget: maybe(fc.constantFrom(0, 0.2)),
        })
        .map(compact),
    ),
    circuitBreaker: maybe(
      fc.constant({ windowMs: 300, minimumCalls: 3, openMs: 100, halfOpenProbes: 2 }),
    ),
    bulkhead: maybe(
      fc.record({ maxConcurrent: fc.integer({ min: 1, max: 3 }), maxWaiting: fc.nat(2) }),
    ),
    fallback: maybe(fc.constant('degraded' as const)),
    hedge: maybe(fc.record({ afterMs: fc.constantFrom(0, 10, 50), max: fc.constantFrom(1, 2) })),
  })
  .map(compact);

/** The pairs of modules that call one another, without repetition. */
function callPairs(modules: ReadonlyMap<string, readonly StepInput[]>): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  const visit = (caller: string, list: readonly StepInput[]): void => {
    for (const step of list) {
      if ('parallel' in step) for (const branch of step.parallel) visit(caller, branch);
      if (!('call' in step)) continue;
      const callee = step.call.split('.')[0];
      pairs.set(`${caller}->${callee}`, [caller, callee]);
    }
  };
  for (const [caller, list] of modules) visit(caller, list);
  return [...pairs.values()];
}

/** `places[i]` is the unit of module i; the third party has a unit to itself. */
function deployment(
  id: string,
  moduleIds: readonly string[],
  pairs: readonly [string, string][],
): fc.Arbitrary<DeploymentInput> {
  const count = moduleIds.length;
  return fc
    .record({
      places: fc.array(fc.nat(count - 1), { minLength: count, maxLength: count }),
      shapes: fc.array(unitShape, { minLength: count, maxLength: count }),
      policies: fc.array(maybe(policyShape), { minLength: pairs.length, maxLength: pairs.length }),
      latencyMs: fc.constantFrom<DistributionInput>(0, 1, { kind: 'exponential', mean: 2 }),
      serializationCpuMs: fc.constantFrom(0, 0.5),
    })
    .map(({ places, shapes, policies, latencyMs, serializationCpuMs }) => {
      const used = [...new Set(places)];
      const units: UnitInput[] = used.map((place) => ({
        ...shapes[place],
        id: `unit-${place}`,
        modules: moduleIds.filter((_, i) => places[i] === place),
      }));
      units.push({ id: external, modules: [external], external: true });
      return {
        id,
        network: { latencyMs, serializationCpuMs },
        units,
        policies: pairs.flatMap(([caller, callee], i) => {
          const shape = policies[i];
          return shape ? [{ caller, callee, ...shape }] : [];
        }),
      };
    });
}

function timeline(
  moduleIds: readonly string[],
  pairs: readonly [string, string][],
  isOpen: boolean,
): fc.Arbitrary<TimelineInput> {
  const module = fc.constantFrom(...moduleIds);
  const from = fc.integer({ min: 0, max: eventfulMs / 2 });
  const span = fc.record({ atMs: from, untilMs: from.map((begin) => begin + eventfulMs / 2 + 1) });
  const events: fc.Arbitrary<TimelineInput[number]>[] = [
    fc.record({ span, module }).map(({ span, module }) => ({ ...span, fault: 'crash', module })),
    fc.record({ atMs: from, module }).map((event) => ({ ...event, fault: 'crash' })),
    fc
      .record({ span, place: fc.nat(moduleIds.length - 1), number: maybe(fc.constantFrom(1, 2)) })
      .map(({ span, place, number }) => {
        const unit = `unit-${place}`;
        const target = number === undefined ? { unit } : { replica: { unit, number } };
        return { ...span, fault: 'crash' as const, ...target };
      }),
    fc
      .record({ span, module, factor: fc.constantFrom(2, 50) })
      .map(({ span, ...event }) => ({ ...span, fault: 'slow', ...event })),
    fc
      .record({ span, module, rate: share })
      .map(({ span, ...event }) => ({ ...span, fault: 'errors', ...event })),
    fc
      .record({ span, module, mibPerSecond: fc.constantFrom(50, 500) })
      .map(({ span, ...event }) => ({ ...span, fault: 'leak', ...event })),
    fc
      .record({ span, module, cores: fc.constantFrom(0.5, 1) })
      .map(({ span, ...event }) => ({ ...span, fault: 'hog', ...event })),
    fc
      .record({
        atMs: from,
        release: module,
        strategy: fc.constantFrom('rolling', 'recreate', 'blue-green', 'canary'),
        fault: fc.constantFrom({ kind: 'errors', rate: 1 }, { kind: 'slow', factor: 5 }, undefined),
      })
      .map(({ fault, ...event }) =>
        fault ? { ...event, fault, rollbackAtMs: eventfulMs } : { ...event },
      ),
    fc
      .record({
        atMs: from,
        place: fc.nat(moduleIds.length - 1),
        replicas: fc.nat(4),
        concurrency: maybe(fc.integer({ min: 1, max: 8 })),
      })
      .map(({ place, ...event }) => compact({ ...event, scale: `unit-${place}` })),
  ];
  if (isOpen) {
    events.push(
      fc
        .record({ span, factor: fc.constantFrom(0, 0.5, 4) })
        .map(({ span, factor }) => ({ ...span, load: { factor } })),
      fc
        .record({ span, arrivalRatePerSecond: fc.constantFrom(0, 30, 300) })
        .map(({ span, ...load }) => ({ ...span, load })),
    );
  }
  if (pairs.length > 0) {
    const link = fc.constantFrom(...pairs);
    events.push(
      fc
        .record({ span, link, addMs: ms })
        .map(({ span, ...event }) => ({ ...span, fault: 'latency', ...event })),
      fc
        .record({ span, link, rate: share })
        .map(({ span, ...event }) => ({ ...span, fault: 'loss', ...event })),
      fc.record({ span, link }).map(({ span, link }) => ({ ...span, fault: 'partition', link })),
      fc.record({ atMs: from, link, shape: policyShape }).map(({ atMs, link, shape }) => ({
        atMs,
        policy: { caller: link[0], callee: link[1], ...shape },
      })),
    );
  }
  return fc.array(fc.oneof(...events), { maxLength: 5 });
}

/** A unit that neither deployment has cannot be scaled or struck, nor can a replica that is not there. */
function isAboutWhatThereIs(event: TimelineInput[number], units: readonly UnitInput[]): boolean {
  const isThere = (unitId: string, number = 0) => {
    const found = units.filter(({ id }) => id === unitId);
    return found.length > 0 && found.every(({ replicas = 1 }) => replicas >= number);
  };
  if ('scale' in event) return isThere(event.scale);
  if ('unit' in event && event.unit !== undefined) return isThere(event.unit);
  if (!('replica' in event) || event.replica === undefined) return true;
  return isThere(event.replica.unit, event.replica.number);
}

const journeyIds = ['buy', 'look'];

const replayed: fc.Arbitrary<LoadInput> = fc
  .array(fc.record({ atMs: instantMs, journey: fc.constantFrom(...journeyIds) }), {
    maxLength: 150,
    size: 'max',
  })
  .map((arrivals) => ({ kind: 'replay', arrivals }));

const open: fc.Arbitrary<LoadInput> = fc
  .record({
    arrivalRatePerSecond: fc.constantFrom(0, 10, 60, 200),
    pattern: fc.constantFrom<Pattern>(
      [],
      [{ atMs: 300, factor: 3, over: 200 }],
      [
        { atMs: 200, factor: 0 },
        { atMs: 600, factor: 2 },
      ],
    ),
  })
  .map((load) => ({ kind: 'open', ...load }));

const closed: fc.Arbitrary<LoadInput> = fc
  .record({ customers: fc.nat(20), thinkMs: fc.constantFrom<DistributionInput>(1, 20) })
  .map((load) => ({ kind: 'closed', ...load }));

function documentWith(loads: fc.Arbitrary<LoadInput>): fc.Arbitrary<ArchitectureDocumentInput> {
  return fc.integer({ min: 1, max: 4 }).chain((count) => {
    const services = Array.from({ length: count }, (_, i) => `service-${i}`);
    const moduleIds = [...services, broker, consumer];
    const operations = services.map((_, i) => steps([...services.slice(i + 1), external]));
    return fc
      .record({
        operations: fc.tuple(...operations),
        consume: fc.array(fc.oneof(work, wait), { maxLength: 3 }),
        third: fc.array(wait, { maxLength: 2 }),
        load: loads,
      })
      .chain(({ operations, consume, third, load }) => {
        const stepsOf = new Map(services.map((id, i) => [id, operations[i]]));
        const pairs = callPairs(stepsOf);
        return fc
          .record({
            one: deployment('one', moduleIds, pairs),
            other: deployment('other', moduleIds, pairs),
            timeline: timeline(moduleIds, pairs, load.kind === 'open'),
          })
          .map(({ one, other, timeline }) => {
            const units = [...one.units, ...other.units];
            return {
              version: 1 as const,
              id: 'random',
              modules: [
                ...services.map((id, i) => ({ id, operations: { serve: operations[i] } })),
                {
                  id: broker,
                  kind: 'broker' as const,
                  operations: { serve: [{ deliver: `${consumer}.serve` }] },
                },
                { id: consumer, operations: { serve: consume } },
                {
                  id: external,
                  kind: 'external' as const,
                  operations: { serve: third },
                },
              ],
              journeys: journeyIds.map((id) => ({ id, entry: 'service-0.serve' })),
              load,
              deployments: [one, other],
              timeline: timeline.filter((event) => isAboutWhatThereIs(event, units)),
            };
          });
      });
  });
}

/** With customers who keep coming. */
export const randomDocument = documentWith(fc.oneof(open, closed, replayed));

/** With a list of arrivals that comes to an end. */
export const randomReplay = documentWith(replayed);
