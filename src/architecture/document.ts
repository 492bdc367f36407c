import * as v from 'valibot';
import { deploymentSchema, withUnitNames } from './deployment';
import { field, idSchema, shape } from './field';
import { journeySchema, withShares } from './journey';
import { loadSchema } from './load';
import { localizedTextSchema } from './localized-text';
import { moduleSchema } from './module';
import { timelineEventSchema } from './timeline';

/**
 * The document: one model of the business (modules, journeys, load), any
 * number of deployments that cut it into processes, and what happens when.
 * Durations in ms, rates per second, money in US dollars, memory in MiB.
 * The schema checks each field; `checkDocument` also checks what they say
 * about one another.
 */
export const documentSchema = v.pipe(
  shape({
    version: field(v.literal(1), 'Version of this format: 1.'),
    id: field(idSchema, 'Short name of the document.'),
    name: v.exactOptional(
      field(localizedTextSchema, 'Shown name, `{ es, en }` or one string; default the id.'),
    ),
    modules: field(
      v.pipe(v.array(moduleSchema), v.nonEmpty('empty-list'), v.maxLength(20_000)),
      'The parts of the business, the same in every deployment.',
    ),
    journeys: field(
      // A frame tells journeys apart by seven bits.
      v.pipe(v.array(journeySchema), v.nonEmpty('empty-list'), v.maxLength(100)),
      'What customers do; at most 100.',
    ),
    load: field(loadSchema, 'The traffic: open, closed or replay.'),
    deployments: field(
      v.pipe(v.array(deploymentSchema), v.nonEmpty('empty-list'), v.maxLength(100)),
      'The cuts to compare; at least one.',
    ),
    timeline: v.optional(
      field(
        v.pipe(v.array(timelineEventSchema), v.maxLength(10_000)),
        'What happens when, in every deployment alike; default [].',
      ),
      [],
    ),
  }),
  v.transform(({ version, id, name, ...document }) => {
    const moduleNames = new Map(document.modules.map((module) => [module.id, module.name]));
    return {
      version,
      id,
      name: name ?? { es: id, en: id },
      ...document,
      journeys: withShares(document.journeys),
      deployments: document.deployments.map((deployment) => withUnitNames(deployment, moduleNames)),
    };
  }),
);

/** A checked document, every default filled in. It is itself a valid document. */
export type ArchitectureDocument = v.InferOutput<typeof documentSchema>;

/** A document as it may be written, with defaults left out. */
export type ArchitectureDocumentInput = v.InferInput<typeof documentSchema>;

export type { Autoscaler, Deployment, Network, Runtime, Unit } from './deployment';
export type { Distribution, DistributionKind } from './distribution';
export type { Journey } from './journey';
export type { Load } from './load';
export type { LoadPatternPoint } from './load-pattern';
export type { LocalizedText } from './localized-text';
export type { Module, ModuleKind } from './module';
export type { Bulkhead, CircuitBreaker, Hedge, Policy, Retries } from './policy';
export type {
  CallStep,
  DeliverStep,
  Operation,
  ParallelStep,
  Step,
  WaitStep,
  WorkStep,
} from './step';
export type {
  FaultEvent,
  LoadEvent,
  PolicyEvent,
  ReleaseEvent,
  ScaleEvent,
  TimelineEvent,
} from './timeline';
export type { Balancer } from './unit';
