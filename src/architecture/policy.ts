import * as v from 'valibot';
import {
  count,
  durationMsSchema,
  field,
  idSchema,
  positive,
  positiveDurationMsSchema,
  quantity,
  shape,
} from './field';

const retriesSchema = shape({
  max: field(count(0, 100), 'Further attempts after the first, 0 to 100.'),
  backoffMs: v.optional(
    field(durationMsSchema, 'Pause before the first retry, ms; default 100.'),
    100,
  ),
  factor: v.optional(
    field(quantity(1, 100), 'Each further pause is this many times as long, 1 to 100; default 2.'),
    2,
  ),
  jitter: v.optional(
    field(
      v.picklist(['none', 'full']),
      'full: a pause is drawn evenly between 0 and its length; none: it is its length; default full.',
    ),
    'full',
  ),
  budget: v.exactOptional(
    field(
      quantity(0, 100),
      'Retries may be at most this share of the first attempts of the last 10 s, plus 10; default no budget.',
    ),
  ),
});

const circuitBreakerSchema = shape({
  failureRate: v.optional(
    field(
      positive(1),
      'Opens when this share of the calls in the window has failed, > 0 to 1; default 0.5.',
    ),
    0.5,
  ),
  windowMs: v.optional(
    field(positiveDurationMsSchema, 'Length of the sliding window, ms; default 10000.'),
    10_000,
  ),
  minimumCalls: v.optional(
    field(count(1, 1_000_000), 'Stays closed with fewer calls in the window; default 20.'),
    20,
  ),
  openMs: v.optional(
    field(positiveDurationMsSchema, 'How long it stays open before it probes, ms; default 10000.'),
    10_000,
  ),
  halfOpenProbes: v.optional(
    field(
      count(1, 10_000),
      'Calls let through to probe: when failureRate of them fail it opens again, else it closes; default 5.',
    ),
    5,
  ),
});

const bulkheadSchema = shape({
  maxConcurrent: field(count(1, 100_000), 'Calls in flight per replica of the caller, at least 1.'),
  maxWaiting: v.optional(
    field(count(0, 1_000_000), 'Calls that may wait for their turn; default 0: refused at once.'),
    0,
  ),
});

const hedgeSchema = shape({
  afterMs: field(durationMsSchema, 'A copy is sent when no answer has come after this long, ms.'),
  max: v.optional(field(count(1, 10), 'Copies at most, 1 to 10; default 1.'), 1),
});

export const policySchema = shape({
  caller: field(idSchema, 'Id of the module that calls.'),
  callee: field(idSchema, 'Id of the module that is called.'),
  timeoutMs: v.exactOptional(
    field(
      positiveDurationMsSchema,
      'An attempt fails when it has no answer after this long, ms; default it waits for ever.',
    ),
  ),
  cancel: v.optional(
    field(v.boolean(), 'true: what timed out is given up by the callee too; default false.'),
    false,
  ),
  retries: v.exactOptional(field(retriesSchema, 'Further attempts; default none.')),
  circuitBreaker: v.exactOptional(
    field(circuitBreakerSchema, 'Refuses calls while too many fail; default none.'),
  ),
  bulkhead: v.exactOptional(field(bulkheadSchema, 'Bounds the calls in flight; default none.')),
  fallback: v.exactOptional(
    field(
      v.picklist(['degraded']),
      'degraded: a failed call counts as answered, and the journey as degraded; default none.',
    ),
  ),
  hedge: v.exactOptional(field(hedgeSchema, 'Sends a second copy of a slow call; default none.')),
});

/** What a caller does about a callee in another unit. It is not used where both share one. */
export type Policy = v.InferOutput<typeof policySchema>;
export type Retries = v.InferOutput<typeof retriesSchema>;
export type CircuitBreaker = v.InferOutput<typeof circuitBreakerSchema>;
export type Bulkhead = v.InferOutput<typeof bulkheadSchema>;
export type Hedge = v.InferOutput<typeof hedgeSchema>;
