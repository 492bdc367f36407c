import * as v from 'valibot';
import { distributionSchema } from './distribution';
import { count, durationMsSchema, field, idSchema, quantity, shape } from './field';
import { patternSchema } from './load-pattern';

/** The highest arrival rate of a document, requests per second. */
export const arrivalRatePerSecondMax = 1e6;

const openSchema = shape({
  kind: v.literal('open'),
  arrivalRatePerSecond: field(
    quantity(0, arrivalRatePerSecondMax),
    'Arrivals of all journeys together, per second (Poisson), 0 to 1,000,000.',
  ),
  pattern: v.optional(
    field(
      patternSchema,
      'How the rate changes: ramps, steps, bursts, daily curves; by time; default [].',
    ),
    [],
  ),
});

const closedSchema = shape({
  kind: v.literal('closed'),
  customers: field(count(0, 1_000_000), 'Number of customers, 0 to 1,000,000.'),
  thinkMs: v.optional(
    field(
      distributionSchema,
      'Time between an answer and the next request, ms; a distribution; default 0.',
    ),
    0,
  ),
});

const replaySchema = shape({
  kind: v.literal('replay'),
  arrivals: field(
    v.pipe(
      v.array(
        shape({
          atMs: field(durationMsSchema, 'When the request arrives, ms from the start.'),
          journey: field(idSchema, 'The id of its journey.'),
        }),
      ),
      v.maxLength(1_000_000),
      // The engine reads arrivals in order of time; equal times keep their order.
      v.transform((arrivals) => [...arrivals].sort((a, b) => a.atMs - b.atMs)),
    ),
    'The arrivals one by one, in any order.',
  ),
});

export const loadSchema = v.variant('kind', [openSchema, closedSchema, replaySchema]);

/** The traffic that customers bring. */
export type Load = v.InferOutput<typeof loadSchema>;
