/** A text with `{name}` placeholders; `one` and `other` where a `{count}` decides between them. */
export type Message = string | PluralMessage;

export interface PluralMessage {
  readonly one: string;
  readonly other: string;
}

/** The values to put in place of the placeholders, already formatted where form matters. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The names in braces of a text whose wording the compiler knows. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type NamesOf<M> = M extends PluralMessage ? NamesIn<M[keyof M]> | 'count' : NamesIn<M>;

type IsUnion<T, Whole = T> = T extends unknown ? ([Whole] extends [T] ? false : true) : never;

/**
 * What must be handed over with a key: exactly the values that its text names.
 * A key that is only known as one of several takes any.
 */
export type ValuesFor<Key extends keyof Catalogue, Catalogue> =
  IsUnion<Key> extends true
    ? [values?: MessageValues]
    : [NamesOf<Catalogue[Key]>] extends [never]
      ? [values?: MessageValues]
      : [values: Readonly<Record<NamesOf<Catalogue[Key]>, string | number>>];
