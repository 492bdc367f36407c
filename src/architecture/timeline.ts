import * as v from 'valibot';
import {
  count,
  durationMsSchema,
  field,
  idSchema,
  positive,
  quantity,
  shape,
  shareSchema,
} from './field';
import { arrivalRatePerSecondMax } from './load';
import { policySchema } from './policy';
import { concurrencyMax, replicasMax } from './unit';

/** What happens when, in every deployment alike; what names a unit happens where that unit exists. */

const atMs = field(durationMsSchema, 'When it happens, ms from the start.');
const untilMs = v.exactOptional(
  field(durationMsSchema, 'When it ends, ms from the start, after atMs; default it lasts.'),
);

const slowFactor = field(
  quantity(1, 1e6),
  'Work and waits take this many times as long, 1 to 1,000,000.',
);
const errorRate = field(
  shareSchema,
  'Chance that an operation answers with an error at once, 0 to 1.',
);
const mibPerSecond = field(
  positive(1e6),
  'Memory that is not given back, MiB per second and replica; > 0.',
);
const hogCores = field(positive(1024), 'Cores of each replica that something else takes; > 0.');

const replicaReferenceSchema = shape({
  unit: field(idSchema, 'Id of the unit.'),
  number: field(count(1, replicasMax), 'Which of its replicas, from 1.'),
});

/** Exactly one of the three: a module (its whole unit crashes with it), a unit, or one replica. */
const target = {
  module: v.exactOptional(field(idSchema, 'Id of the module that is struck.')),
  unit: v.exactOptional(field(idSchema, 'Id of the unit that is struck.')),
  replica: v.exactOptional(
    field(replicaReferenceSchema, 'The replica that is struck, { unit, number }.'),
  ),
};

const link = field(
  v.pipe(
    v.array(idSchema),
    v.length(2, 'not-a-pair'),
    v.transform((ids) => [ids[0], ids[1]] as [string, string]),
  ),
  'The call that is struck, [caller, callee], as module ids.',
);

const faultEventSchema = v.variant('fault', [
  shape({ atMs, fault: v.literal('crash'), ...target, untilMs }),
  shape({ atMs, fault: v.literal('slow'), ...target, factor: slowFactor, untilMs }),
  shape({ atMs, fault: v.literal('errors'), ...target, rate: errorRate, untilMs }),
  shape({ atMs, fault: v.literal('leak'), ...target, mibPerSecond, untilMs }),
  shape({ atMs, fault: v.literal('hog'), ...target, cores: hogCores, untilMs }),
  shape({
    atMs,
    fault: v.literal('latency'),
    link,
    addMs: field(durationMsSchema, 'Added to the network delay of each way, ms.'),
    untilMs,
  }),
  shape({
    atMs,
    fault: v.literal('loss'),
    link,
    rate: field(shareSchema, 'Chance that a message of either way is lost, 0 to 1.'),
    untilMs,
  }),
  shape({ atMs, fault: v.literal('partition'), link, untilMs }),
]);

/** A fault that a release brings with it, until it is rolled back. */
const releaseFaultSchema = v.variant('kind', [
  shape({ kind: v.literal('crash') }),
  shape({ kind: v.literal('slow'), factor: slowFactor }),
  shape({ kind: v.literal('errors'), rate: errorRate }),
  shape({ kind: v.literal('leak'), mibPerSecond }),
  shape({ kind: v.literal('hog'), cores: hogCores }),
]);

const loadEventSchema = shape({
  atMs,
  load: field(
    v.lazy<v.GenericSchema<LoadChange, LoadChange>>((input) =>
      typeof input === 'object' && input !== null && Object.hasOwn(input, 'factor')
        ? loadFactorSchema
        : loadRateSchema,
    ),
    'The new load: { factor } of the stated one, or { arrivalRatePerSecond }.',
  ),
  untilMs,
});

const loadFactorSchema = shape({
  factor: field(quantity(0, 1000), 'Times the load that the document states, 0 to 1000.'),
});
const loadRateSchema = shape({
  arrivalRatePerSecond: field(quantity(0, arrivalRatePerSecondMax), 'Requests per second.'),
});

const scaleEventSchema = shape({
  atMs,
  scale: field(idSchema, 'Id of the unit whose number of replicas changes.'),
  replicas: field(count(0, replicasMax), 'The new number of replicas, 0 to 1000.'),
  concurrency: v.exactOptional(
    field(count(1, concurrencyMax), 'New slots per replica; default as they were.'),
  ),
});

const releaseEventSchema = shape({
  atMs,
  release: field(idSchema, 'Id of the module that is released; its whole unit is replaced.'),
  strategy: field(
    v.picklist(['rolling', 'recreate', 'blue-green', 'canary']),
    'How replicas are replaced: rolling, recreate, blue-green or canary.',
  ),
  fault: v.exactOptional(
    field(releaseFaultSchema, 'What is wrong with the new version; default nothing.'),
  ),
  rollbackAtMs: v.exactOptional(
    field(
      durationMsSchema,
      'When it is rolled back, ms from the start, after atMs; default never.',
    ),
  ),
});

const policyEventSchema = shape({
  atMs,
  policy: field(
    policySchema,
    'Takes the place of the policy of its caller and callee; one with only these two switches it off.',
  ),
});

export type LoadChange =
  | v.InferOutput<typeof loadFactorSchema>
  | v.InferOutput<typeof loadRateSchema>;
export type FaultEvent = v.InferOutput<typeof faultEventSchema>;
export type ReleaseFault = v.InferOutput<typeof releaseFaultSchema>;
export type LoadEvent = v.InferOutput<typeof loadEventSchema>;
export type ScaleEvent = v.InferOutput<typeof scaleEventSchema>;
export type ReleaseEvent = v.InferOutput<typeof releaseEventSchema>;
export type PolicyEvent = v.InferOutput<typeof policyEventSchema>;
export type TimelineEvent = FaultEvent | LoadEvent | ScaleEvent | ReleaseEvent | PolicyEvent;

export type TimelineEventInput =
  | v.InferInput<typeof faultEventSchema>
  | v.InferInput<typeof loadEventSchema>
  | v.InferInput<typeof scaleEventSchema>
  | v.InferInput<typeof releaseEventSchema>
  | v.InferInput<typeof policyEventSchema>;

/** The keys that say what an event is; a release may carry a fault, so it comes first. */
export const timelineEventKinds = ['release', 'scale', 'load', 'policy', 'fault'] as const;
export type TimelineEventKind = (typeof timelineEventKinds)[number];

const schemas: Record<TimelineEventKind, v.GenericSchema<TimelineEventInput, TimelineEvent>> = {
  release: releaseEventSchema,
  scale: scaleEventSchema,
  load: loadEventSchema,
  policy: policyEventSchema,
  fault: faultEventSchema,
};

const notAnEventSchema = v.custom<never>(() => false, 'event-kind');

export function timelineEventKindOf(input: unknown): TimelineEventKind | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  return timelineEventKinds.find((kind) => Object.hasOwn(input, kind));
}

export const timelineEventSchema: v.GenericSchema<TimelineEventInput, TimelineEvent> = v.lazy(
  (input) => {
    const kind = timelineEventKindOf(input);
    return kind === undefined ? notAnEventSchema : schemas[kind];
  },
);
