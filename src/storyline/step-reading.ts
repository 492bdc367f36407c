/** What a step of a story says at this instant of the run, ready to be shown. */
import { useCallback } from 'react';
import type { ArchitectureDocument } from '../architecture/document';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { MarkTone } from '../stories/mark';
import { lookInto } from '../stories/run-record';
import type { Prediction, Story, StoryStep } from '../stories/story';
import { type Text, useText } from '../workspace/use-text';
import { recordOf } from './feed-record';
import { type StoryWriter, storyWriter, type TextPart } from './figure-text';

export interface FindingReading {
  readonly id: string;
  /** `null` until the run has come to it. */
  readonly tone: MarkTone | null;
  readonly title: readonly TextPart[];
  readonly text: readonly TextPart[];
}

/** How a prediction came out. */
export interface Outcome {
  readonly predictionId: string;
  readonly rightOptionId: string;
  readonly rightOption: string;
  readonly explanation: readonly TextPart[];
}

export interface StepReading {
  readonly title: string;
  readonly text: readonly TextPart[];
  readonly caption: string;
  readonly findings: readonly FindingReading[];
  /** Of the predictions that are decided by now and were asked in an earlier step, the latest, in the step that tells it. */
  readonly outcome: Outcome | null;
  /** Of a step with the verdict. `null` until the run has come to it. */
  readonly claims: readonly { id: string; statement: string; holds: boolean | null }[];
}

export function useStepReading(
  story: Story,
  stepIndex: number,
  document: ArchitectureDocument,
  feed: RunFeed,
): StepReading {
  const text = useText();
  const select = useCallback(
    () => readStep(story, stepIndex, document, feed, text),
    [story, stepIndex, document, feed, text],
  );
  return useSampledFrame(feed, select, 5, isSameReading);
}

function isSameReading(one: StepReading, other: StepReading): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function readStep(
  story: Story,
  stepIndex: number,
  document: ArchitectureDocument,
  feed: RunFeed,
  text: Text,
): StepReading {
  const step = story.steps[stepIndex] ?? story.steps[0];
  const record = recordOf(feed);
  const look = lookInto(story, document, record);
  const writer = storyWriter(story, document, look, text);
  const hasPassed = (atMs: number) => record.timeMs >= atMs;
  const prediction = predictionToldIn(story, step);
  return {
    title: writer.plain(step.title, step.span),
    text: writer.parts(step.text, step.span),
    caption: writer.plain(step.caption, step.span),
    findings: step.findings.map(({ id, title, text: words, span = step.span, mark }) => ({
      id,
      tone: hasPassed(span.fromMs) ? mark(look, span) : null,
      title: writer.parts(title, span),
      text: writer.parts(words, span),
    })),
    outcome:
      prediction !== null && hasPassed(prediction.decidedAtMs)
        ? outcomeOf(prediction, writer, (option) => option.isRight(look), text)
        : null,
    claims: (step.hasVerdict ? story.verdict : []).map(({ id, statement, span, holds }) => ({
      id,
      statement: writer.plain(statement, span),
      holds: hasPassed(span.toMs) ? holds(look) : null,
    })),
  };
}

/** The prediction whose outcome a step tells: it is the first one after it was decided. */
function predictionToldIn({ steps }: Story, step: StoryStep): Prediction | null {
  const told = steps.flatMap(({ prediction }) => {
    if (prediction === undefined) return [];
    const teller = steps.find(({ atMs }) => atMs >= prediction.decidedAtMs);
    return teller === step ? [prediction] : [];
  });
  return told.at(-1) ?? null;
}

function outcomeOf(
  { id, options, explanation, span }: Prediction,
  writer: StoryWriter,
  isRight: (option: Prediction['options'][number]) => boolean,
  { nameOf }: Text,
): Outcome | null {
  const right = options.find(isRight);
  if (right === undefined) return null;
  return {
    predictionId: id,
    rightOptionId: right.id,
    rightOption: nameOf(right.text),
    explanation: writer.parts(explanation, span),
  };
}
