/**
 * A story: a claim about architectures as a run that anybody can repeat. It is
 * data. What happens is a timeline of the document format; what a text says in
 * figures is looked up in the run, never written down.
 */
import type { ArchitectureDocument, TimelineEvent } from '../architecture/document';
import type { LocalizedText } from '../architecture/localized-text';
import type { Look, Span, StoryFigure } from './figure';
import type { Mark } from './mark';

/** What a list of stories shows. */
export interface StoryHead {
  readonly id: string;
  /** A few words, for lists and headings. */
  readonly name: LocalizedText;
}

export interface Story extends StoryHead {
  /** What the story asks, in a sentence. */
  readonly question: LocalizedText;
  /** The document that it is told with. */
  readonly documentId: string;
  /** The cuts on the left and on the right. */
  readonly deployments: readonly [string, string];
  /** The seed that it opens with; its claims hold for others as well. */
  readonly seed: number;
  readonly durationMs: number;
  /** Added to the document's own. */
  readonly timeline: readonly TimelineEvent[];
  readonly steps: readonly [StoryStep, ...StoryStep[]];
  /** What must come out; checked over many seeds. */
  readonly verdict: readonly Claim[];
  /** Figures that follow from the document or the timeline, for texts: `{timeout}`. */
  factsOf(document: ArchitectureDocument): Readonly<Record<string, StoryFigure>>;
}

/** Texts may hold figures of the run: `{monolith.browse.success}`, see `figure-reference.ts`. */
export interface StoryStep {
  readonly id: string;
  /** Where the playhead stands, simulated ms; from step to step it only goes on. */
  readonly atMs: number;
  readonly title: LocalizedText;
  readonly text: LocalizedText;
  /** The step in one sentence, for where there is room for no more. */
  readonly caption: LocalizedText;
  /** Over which stretch the figures of the texts are counted; it ends at `atMs` or before. */
  readonly span: Span;
  /** What to light up, in every pane that has it. */
  readonly emphasis?: { readonly kind: 'module' | 'unit'; readonly id: string };
  /** Asked before it is seen. */
  readonly prediction?: Prediction;
  /** What the reader is to see, most important first. */
  readonly findings: readonly Finding[];
  /** Whether the verdict's claims are listed, each with what this run says. */
  readonly hasVerdict?: true;
}

export interface Finding {
  readonly id: string;
  readonly title: LocalizedText;
  readonly text: LocalizedText;
  /** Over which stretch its figures are counted; default the step's. */
  readonly span?: Span;
  readonly mark: Mark;
}

export interface Prediction {
  readonly id: string;
  readonly question: LocalizedText;
  readonly options: readonly PredictionOption[];
  /** The instant from which on the run has decided, simulated ms. */
  readonly decidedAtMs: number;
  /** Said once it is decided, whatever was predicted. */
  readonly explanation: LocalizedText;
  /** The stretch of the explanation's figures and of what decides. */
  readonly span: Span;
}

export interface PredictionOption {
  readonly id: string;
  readonly text: LocalizedText;
  /** Whether the run came out like this; of all options exactly one does. */
  isRight(look: Look): boolean;
}

export interface Claim {
  readonly id: string;
  readonly statement: LocalizedText;
  /** Over which stretch it is counted; it must have passed before the claim can be judged. */
  readonly span: Span;
  /** In what share of seeds it must hold; 1 unless luck has a part in it. */
  readonly seedShare: number;
  holds(look: Look): boolean;
}
