import * as v from 'valibot';
import { durationMsSchema, field, quantity, shape } from './field';

const patternPointSchema = shape({
  atMs: field(durationMsSchema, 'When the change begins, ms from the start.'),
  factor: field(
    quantity(0, 1000),
    'The arrival rate becomes this many times the stated one, 0 to 1000.',
  ),
  over: v.optional(
    field(
      durationMsSchema,
      'How long the rate takes to get there, in a straight line, ms; default 0: at once.',
    ),
    0,
  ),
});

export const patternSchema = v.pipe(v.array(patternPointSchema), v.maxLength(10_000));

/** One change of the arrival rate. */
export type LoadPatternPoint = v.InferOutput<typeof patternPointSchema>;
