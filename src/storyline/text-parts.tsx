import type { TextPart } from './figure-text';

/** A text whose figures stand out. */
export function TextParts({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, isFigure }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
    isFigure ? <b key={index}>{text}</b> : <span key={index}>{text}</span>,
  );
}
