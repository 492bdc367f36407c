import * as v from 'valibot';
import {
  count,
  durationMsMax,
  durationMsSchema,
  field,
  idSchema,
  positive,
  quantity,
  shape,
} from './field';
import { localizedTextSchema } from './localized-text';

export const balancers = ['round-robin', 'random', 'least-outstanding', 'two-choices'] as const;
export type Balancer = (typeof balancers)[number];

/** The most replicas that a unit may have. */
export const replicasMax = 1000;
/** The most slots that one replica may have. */
export const concurrencyMax = 100_000;

const autoscalerSchema = v.pipe(
  shape({
    min: v.optional(field(count(1, replicasMax), 'Fewest replicas; default 1.'), 1),
    max: field(count(1, replicasMax), 'Most replicas, at least min.'),
    targetUtilization: v.optional(
      field(
        v.pipe(positive(1)),
        'Share of the ready cores that should be busy, > 0 to 1; default 0.6.',
      ),
      0.6,
    ),
    everyMs: v.optional(
      field(
        quantity(1, durationMsMax),
        'Time between two decisions, ms, at least 1; default 15000.',
      ),
      15_000,
    ),
    stabilizationMs: v.optional(
      field(
        durationMsSchema,
        'Replicas go down only to the most that was wanted in this long, ms; default 60000.',
      ),
      60_000,
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues || dataset.value.min <= dataset.value.max) return;
    addIssue({
      message: 'ends-order',
      expected: String(dataset.value.min),
      received: String(dataset.value.max),
      path: [
        {
          type: 'object',
          origin: 'value',
          input: { ...dataset.value },
          key: 'max',
          value: undefined,
        },
      ],
    });
  }),
);

const runtimeSchema = shape({
  language: v.optional(field(v.string(), 'For show: Java, Go, PostgreSQL; default empty.'), ''),
  platform: v.optional(field(v.string(), 'For show: VM, container; default empty.'), ''),
  speed: v.exactOptional(field(positive(1000), 'The same as `speed` of the unit.')),
  eventLoop: v.exactOptional(field(v.boolean(), 'The same as `eventLoop` of the unit.')),
});

/** A unit as it is written; its shown name is settled with the names of its modules. */
export const unitSchema = v.pipe(
  shape({
    id: field(idSchema, 'Unique among the units of its deployment.'),
    name: v.exactOptional(
      field(
        localizedTextSchema,
        'Shown name, `{ es, en }` or one string; default that of its only module, else the id.',
      ),
    ),
    modules: field(
      v.pipe(v.array(idSchema), v.nonEmpty('empty-list')),
      'Ids of the modules that run in this process; each module in one unit of a deployment.',
    ),
    external: v.optional(
      field(
        v.boolean(),
        'true: belongs to someone else; no limits, its steps only take their time; default false.',
      ),
      false,
    ),
    runtime: v.optional(
      field(runtimeSchema, 'What it is written in and runs on: { language, platform }.'),
      {},
    ),
    replicas: v.optional(
      field(count(0, replicasMax), 'Running copies at the start, 0 to 1000; default 1.'),
      1,
    ),
    cores: v.optional(
      field(
        positive(1024),
        'Cores per replica, > 0 to 1024; a fraction is a slower core (0.5 takes twice the time); default 1.',
      ),
      1,
    ),
    speed: v.exactOptional(
      field(positive(1000), 'CPU demands are divided by this, > 0 to 1000; default 1.'),
    ),
    eventLoop: v.exactOptional(
      field(v.boolean(), 'true: a slot is free during waits and calls; default false.'),
    ),
    concurrency: v.optional(
      field(
        count(1, concurrencyMax),
        'Slots per replica: requests held at once (threads, connections), 1 to 100,000; default 100.',
      ),
      100,
    ),
    acceptQueue: v.optional(
      field(
        count(0, 1_000_000_000),
        'Requests per replica that may wait for a slot, 0 (no waiting room) to 1,000,000,000; default 1000.',
      ),
      1000,
    ),
    startupMs: v.optional(
      field(durationMsSchema, 'Time from start to ready, ms; default 5000.'),
      5000,
    ),
    memoryMiB: v.optional(
      field(positive(16_777_216), 'Memory per replica, MiB; a leak ends here; default 512.'),
      512,
    ),
    usdPerReplicaHour: v.optional(
      field(quantity(0, 10_000), 'Price of one replica, US dollars per hour; default 0.'),
      0,
    ),
    balancer: v.optional(
      field(
        v.picklist(balancers),
        'How a request finds its replica: round-robin, random, least-outstanding or two-choices; default round-robin.',
      ),
      'round-robin',
    ),
    autoscaler: v.exactOptional(
      field(autoscalerSchema, 'Changes the number of replicas by core utilisation; default none.'),
    ),
  }),
  // Speed and event loop may stand with the runtime that causes them; a checked unit has them itself.
  v.transform(({ runtime, speed, eventLoop, ...unit }) => ({
    ...unit,
    runtime: { language: runtime.language, platform: runtime.platform },
    speed: speed ?? runtime.speed ?? 1,
    eventLoop: eventLoop ?? runtime.eventLoop ?? false,
  })),
);
