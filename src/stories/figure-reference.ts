/**
 * How a text names a figure, in braces:
 *
 *   {timeout}                     a fact of the story
 *   {monolith.success}            a figure of all journeys in a deployment
 *   {monolith.browse.success}     a figure of one journey
 *   {monolith.shop.slotsBusy}     a figure of one unit
 */
import type { FigureForm } from './figure';

/** Counted over the span, except for the last three: those are of the last seconds before its end. */
export const journeyFigures = {
  /** Share of ended requests that were ok or degraded. */
  success: 'share',
  /** Requests that ended well. */
  served: 'count',
  /** Requests that ended badly. */
  failed: 'count',
  p50: 'ms',
  p99: 'ms',
  goodput: 'rate',
} as const satisfies Record<string, FigureForm>;

/** At the end of the span. */
export const unitFigures = {
  slotsBusy: 'count',
  slotsTotal: 'count',
  queue: 'count',
  readyReplicas: 'count',
} as const satisfies Record<string, FigureForm>;

/** Of a whole deployment, at the end of the span. */
export const deploymentFigures = { cost: 'usdPerHour' } as const satisfies Record<
  string,
  FigureForm
>;

export type FigureReference =
  | { readonly kind: 'fact'; readonly name: string }
  | {
      readonly kind: 'journey';
      readonly deploymentId: string;
      /** `null` for all together. */
      readonly journeyId: string | null;
      readonly figure: keyof typeof journeyFigures;
    }
  | {
      readonly kind: 'unit';
      readonly deploymentId: string;
      readonly unitId: string;
      readonly figure: keyof typeof unitFigures;
    }
  | {
      readonly kind: 'deployment';
      readonly deploymentId: string;
      readonly figure: keyof typeof deploymentFigures;
    };

const placeholder = /\{([^{}]+)\}/g;

/** The references of a text, in order. */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, reference]) => reference);
}

/** A text in pieces: words and, in between, references without their braces. */
export function splitText(text: string): { text: string; isReference: boolean }[] {
  return text
    .split(placeholder)
    .map((piece, index) => ({ text: piece, isReference: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/** Throws on what is none: a story is part of the program, and a test reads all its texts. */
export function readReference(reference: string): FigureReference {
  const parts = reference.split('.');
  const [first, second, third] = parts;
  if (parts.length === 1) return { kind: 'fact', name: first };
  if (parts.length === 2 && isKey(deploymentFigures, second)) {
    return { kind: 'deployment', deploymentId: first, figure: second };
  }
  if (parts.length === 2 && isKey(journeyFigures, second)) {
    return { kind: 'journey', deploymentId: first, journeyId: null, figure: second };
  }
  if (parts.length === 3 && isKey(journeyFigures, third)) {
    return { kind: 'journey', deploymentId: first, journeyId: second, figure: third };
  }
  if (parts.length === 3 && isKey(unitFigures, third)) {
    return { kind: 'unit', deploymentId: first, unitId: second, figure: third };
  }
  throw new Error(`{${reference}} names no figure: deployment.journey.figure is expected.`);
}

function isKey<Table extends object>(table: Table, key: string): key is keyof Table & string {
  return Object.hasOwn(table, key);
}
