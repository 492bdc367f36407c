import * as v from 'valibot';
import { field, shape } from './field';

const textSchema = v.pipe(v.string(), v.nonEmpty('empty-text'), v.maxLength(400));

const bothLanguagesSchema = shape({
  es: field(textSchema, 'The text in Spanish.'),
  en: field(textSchema, 'The text in English.'),
});

export type LocalizedText = v.InferOutput<typeof bothLanguagesSchema>;
export type LocalizedTextInput = string | LocalizedText;

/** A text in both languages, `{ es, en }`. A plain string stands for both. */
export const localizedTextSchema: v.GenericSchema<LocalizedTextInput, LocalizedText> = v.lazy(
  (input) =>
    typeof input === 'string'
      ? v.pipe(
          textSchema,
          v.transform((text) => ({ es: text, en: text })),
        )
      : bothLanguagesSchema,
);
