import { type ReactNode, useState } from 'react';
import type { ArchitectureDocument } from '../architecture/document';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { Panel } from '../design/panel';
import type { Playback } from '../playback/playback';
import type { Story, StoryHead, StoryStep } from '../stories/story';
import { verdictSeedCount } from '../stories/verdict-seeds';
import { useText } from '../workspace/use-text';
import { ClaimList } from './claim-list';
import { FindingList } from './finding-list';
import { PredictionChoice } from './prediction-choice';
import { PredictionOutcome } from './prediction-outcome';
import { StepButtons } from './step-buttons';
import { StepDots } from './step-dots';
import { useStepReading } from './step-reading';
import { type Travel, useStepTravel } from './step-travel';
import { TextParts } from './text-parts';
import './storyline.css';

export interface StorylineProps {
  /** All stories of the document; `story` is one of them. */
  stories: readonly StoryHead[];
  story: Story;
  stepIndex: number;
  /** The document with the story's timeline. */
  document: ArchitectureDocument;
  playback: Playback;
  /** `column` beside the panes, `strip` across them, `compact` above a single one. */
  layout: 'column' | 'strip' | 'compact';
  /** What the story comes to over many seeds; stands beside its verdict. */
  certainty: ReactNode;
  onStep(stepIndex: number): void;
  /** Goes to an instant at once, simulated ms. */
  onSkip(timeMs: number): void;
  onOpenStory(storyId: string): void;
  onLeave(): void;
}

/** A story beside the picture: what happens, what to ask, what to see. */
export function Storyline(props: StorylineProps) {
  const { stories, story, stepIndex, document, playback, layout } = props;
  const { t, nameOf } = useText();
  const step = story.steps[stepIndex] ?? story.steps[0];
  const reading = useStepReading(story, stepIndex, document, playback.feed);
  const travel = useStepTravel(playback, step);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [isOpen, setIsOpen] = useState(false);
  const place = stories.findIndex(({ id }) => id === story.id);
  const nextStory = stories[place + 1] ?? null;
  const { prediction } = step;
  const { outcome } = reading;
  return (
    <Panel
      label={t('storyline.label')}
      className={`storyline storyline-${layout}`}
      data-open={isOpen}
    >
      <header className="storyline-head">
        <p className="eyebrow">
          {t('storyline.place', { index: place + 1, count: stories.length })}
          <span className="storyline-name"> · {nameOf(story.name)}</span>
        </p>
        <IconButton
          className="storyline-leave"
          label={t('storyline.leave')}
          icon={<Icon name="close" />}
          onClick={props.onLeave}
        />
      </header>
      {/* A new step starts at its top. */}
      <div key={step.id} className="storyline-body">
        <div className="storyline-telling">
          <h2>{reading.title}</h2>
          <p className="storyline-text">
            <TextParts parts={reading.text} />
          </p>
          <p className="storyline-caption">{reading.caption}</p>
        </div>
        <div className="storyline-seeing">
          {prediction !== undefined && (
            <PredictionChoice
              prediction={prediction}
              chosenId={chosen[prediction.id] ?? null}
              onChoose={(optionId) => setChosen({ ...chosen, [prediction.id]: optionId })}
            />
          )}
          {outcome !== null && (
            <PredictionOutcome
              outcome={outcome}
              chosen={optionOf(story, outcome.predictionId, chosen[outcome.predictionId], nameOf)}
            />
          )}
          <ClaimList
            claims={reading.claims}
            seedCount={verdictSeedCount}
            certainty={props.certainty}
          />
          <FindingList findings={reading.findings} />
        </div>
      </div>
      <footer className="storyline-foot">
        <div className="storyline-moves">
          <StepDots
            steps={story.steps.map(({ id, title }) => ({ id, title: nameOf(title) }))}
            stepIndex={stepIndex}
            onStep={props.onStep}
          />
          <TravelLine travel={travel} step={step} />
          {layout !== 'column' && (
            <button
              type="button"
              className="storyline-more button button-quiet"
              aria-expanded={isOpen}
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen ? t('storyline.less') : t('storyline.more')}
            </button>
          )}
        </div>
        <StepButtons
          stepIndex={stepIndex}
          stepCount={story.steps.length}
          travel={travel}
          nextStoryName={nextStory === null ? null : nameOf(nextStory.name)}
          onStep={props.onStep}
          onSkip={() => props.onSkip(step.atMs)}
          onNextStory={() => nextStory !== null && props.onOpenStory(nextStory.id)}
          onLeave={props.onLeave}
        />
      </footer>
    </Panel>
  );
}

/** What the run is doing about the step, in a line. */
function TravelLine({ travel, step }: { travel: Travel; step: StoryStep }) {
  const { t, format } = useText();
  const time = format.minutes(step.atMs);
  return (
    <p className={`travel-line travel-${travel}`} aria-live="polite">
      {t(`storyline.travel.${travel}`, { time })}
    </p>
  );
}

function optionOf(
  story: Story,
  predictionId: string,
  optionId: string | undefined,
  nameOf: (text: Story['name']) => string,
): { id: string; text: string } | null {
  const prediction = story.steps.find((step) => step.prediction?.id === predictionId)?.prediction;
  const option = prediction?.options.find(({ id }) => id === optionId);
  return option === undefined ? null : { id: option.id, text: nameOf(option.text) };
}
