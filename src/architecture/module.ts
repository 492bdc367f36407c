import * as v from 'valibot';
import { field, idSchema, reservedNames, shape } from './field';
import { localizedTextSchema } from './localized-text';
import { operationSchema } from './step';

export const moduleKinds = ['service', 'store', 'cache', 'broker', 'external'] as const;
export type ModuleKind = (typeof moduleKinds)[number];

/** Refuses what valibot's record lets through or drops without a word: arrays, no entry, reserved names. */
const operationsSchema = v.pipe(
  v.custom<Record<string, unknown>>(
    (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
    'not-an-object',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const names = Object.keys(dataset.value);
    if (names.length === 0) addIssue({ message: 'empty-list' });
    for (const key of names.filter((name) => reservedNames.includes(name))) {
      addIssue({
        message: 'reserved-name',
        input: key,
        path: [{ type: 'object', origin: 'key', input: dataset.value, key, value: undefined }],
      });
    }
  }),
  v.record(idSchema, operationSchema),
);

export const moduleSchema = v.pipe(
  shape({
    id: field(idSchema, 'Unique among the modules.'),
    kind: v.optional(
      field(
        v.picklist(moduleKinds),
        'service, store, cache, broker or external (a third party); default service.',
      ),
      'service',
    ),
    name: v.exactOptional(
      field(localizedTextSchema, 'Shown name, `{ es, en }` or one string; default the id.'),
    ),
    operations: field(operationsSchema, 'What the module offers: name → list of steps.'),
  }),
  v.transform(({ id, name, ...module }) => ({ id, name: name ?? { es: id, en: id }, ...module })),
);

/** A part of the business, the same in every deployment. */
export type Module = v.InferOutput<typeof moduleSchema>;
