/** Texts of a story with the figures of the run in their places. */
import type { ArchitectureDocument } from '../architecture/document';
import type { LocalizedText } from '../architecture/localized-text';
import type { Format } from '../i18n/format';
import type { FigureForm, Look, Span } from '../stories/figure';
import { splitText } from '../stories/figure-reference';
import { formOf } from '../stories/run-record';
import type { Story } from '../stories/story';
import type { Text } from '../workspace/use-text';

/** A piece of a text; figures stand out. */
export interface TextPart {
  readonly text: string;
  readonly isFigure: boolean;
}

/** What stands for a figure that the run has not come to yet. */
const pending = '…';

/** Writes the texts of one story as one run fills them. */
export interface StoryWriter {
  parts(text: LocalizedText, span: Span): TextPart[];
  plain(text: LocalizedText, span: Span): string;
}

export function storyWriter(
  story: Story,
  document: ArchitectureDocument,
  look: Look,
  { nameOf, format }: Text,
): StoryWriter {
  const parts = (text: LocalizedText, span: Span): TextPart[] =>
    splitText(nameOf(text)).map(({ text: piece, isReference }) => ({
      text: isReference
        ? writeFigure(look(piece, span), formOf(piece, story, document), format)
        : piece,
      isFigure: isReference,
    }));
  return {
    parts,
    plain: (text, span) =>
      parts(text, span)
        .map((part) => part.text)
        .join(''),
  };
}

function writeFigure(value: number, form: FigureForm, format: Format): string {
  if (!Number.isFinite(value)) return pending;
  switch (form) {
    case 'share':
      return format.percent(value);
    case 'count':
      return format.number(value);
    case 'ms':
      return format.duration(value);
    case 'rate':
      return format.rate(value);
    case 'factor':
      return format.factor(value);
    case 'usdPerHour':
      return format.money(value);
  }
}
