import * as v from 'valibot';

/**
 * The building blocks of the document's schema: fields with a description,
 * objects that refuse unknown fields, identifiers and bounded quantities.
 * Checks that are not valibot's own carry their problem code as the message.
 */

/** One billion milliseconds, about eleven and a half days: no simulated duration may exceed it. */
export const durationMsMax = 1e9;

/** A schema with its sentence for readers: shape, unit and default. */
export function field<const TSchema extends v.GenericSchema>(schema: TSchema, description: string) {
  return v.pipe(schema, v.description(description));
}

/**
 * An object with exactly these fields. Valibot's own strict object names only
 * the first unknown field and takes an array for an object; here every unknown
 * field is told, and an array is not an object.
 */
export function shape<const TEntries extends v.ObjectEntries>(
  entries: TEntries,
): v.ObjectSchema<TEntries, undefined> {
  const known = v.object(entries);
  return {
    ...known,
    '~run'(dataset, config) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        // Valibot's own step for a value of the wrong type; it turns the dataset into a failure in place.
        v._addIssue(this, 'type', dataset, config);
        return dataset as unknown as v.FailureDataset<v.InferIssue<typeof known>>;
      }
      const result = known['~run'](dataset, config);
      if (typeof input !== 'object' || input === null) return result;
      for (const key of Object.keys(input)) {
        if (Object.hasOwn(entries, key)) continue;
        v._addIssue(this, 'key', result, config, {
          input: key,
          expected: Object.keys(entries).join(' '),
          message: 'unknown-field',
          path: [{ type: 'object', origin: 'key', input: { ...input }, key, value: undefined }],
        });
      }
      return result;
    },
  };
}

/** Names that JavaScript objects keep for themselves, so that a result keyed by id could not hold them. */
export const reservedNames: readonly string[] = ['__proto__', 'constructor', 'prototype'];

const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const referencePattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** A short name for use in references: 1 to 64 letters, digits, `-` and `_`, a letter or digit first. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(idPattern, 'invalid-id'),
  v.check((id) => !reservedNames.includes(id), 'reserved-name'),
);

/** An operation, written `module.operation`. */
export const operationReferenceSchema = v.pipe(
  v.string(),
  v.regex(referencePattern, 'invalid-reference'),
);

/** A finite number from `min` to `max`, both included. */
export function quantity(min: number, max: number) {
  return v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max));
}

/** A finite number above 0, up to `max`. */
export function positive(max: number) {
  return v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(max));
}

/** A whole number from `min` to `max`, both included. */
export function count(min: number, max: number) {
  return v.pipe(v.number(), v.finite(), v.integer(), v.minValue(min), v.maxValue(max));
}

/** A duration in milliseconds, 0 or more. */
export const durationMsSchema = quantity(0, durationMsMax);

/** A duration in milliseconds, more than 0. */
export const positiveDurationMsSchema = positive(durationMsMax);

/** A probability or a share: 0 to 1. */
export const shareSchema = quantity(0, 1);
