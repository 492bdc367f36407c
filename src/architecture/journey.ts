import * as v from 'valibot';
import {
  field,
  idSchema,
  operationReferenceSchema,
  positiveDurationMsSchema,
  shape,
  shareSchema,
} from './field';
import { localizedTextSchema } from './localized-text';

/** A journey as it is written; its share is settled with those of the others. */
export const journeySchema = v.pipe(
  shape({
    id: field(idSchema, 'Unique among the journeys.'),
    name: v.exactOptional(
      field(localizedTextSchema, 'Shown name, `{ es, en }` or one string; default the id.'),
    ),
    entry: field(
      operationReferenceSchema,
      'The operation that customers call, `module.operation`.',
    ),
    share: v.exactOptional(
      field(
        shareSchema,
        'Share of the arrivals, 0 to 1; all sum to 1; journeys without one share the rest equally.',
      ),
    ),
    sloMs: v.optional(
      field(positiveDurationMsSchema, 'Latency objective, ms, > 0; default 1000.'),
      1000,
    ),
  }),
  v.transform(({ id, name, ...journey }) => ({ id, name: name ?? { es: id, en: id }, ...journey })),
);

type UnsettledJourney = v.InferOutput<typeof journeySchema>;

/** What a customer does. */
export type Journey = UnsettledJourney & { share: number };

/** Gives journeys without a share equal parts of what the others leave. */
export function withShares(journeys: readonly UnsettledJourney[]): Journey[] {
  const given = journeys.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const openCount = journeys.filter(({ share }) => share === undefined).length;
  const rest = Math.max(0, 1 - given);
  return journeys.map((journey) => ({ ...journey, share: journey.share ?? rest / openCount }));
}
