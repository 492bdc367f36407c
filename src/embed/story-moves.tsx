import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import type { Playback } from '../playback/playback';
import type { Story } from '../stories/story';
import { useStepTravel } from '../storyline/step-travel';
import { useText } from '../workspace/use-text';

export interface StoryMovesProps {
  story: Story;
  stepIndex: number;
  playback: Playback;
  onStep(stepIndex: number): void;
  /** Goes to an instant at once, simulated ms. */
  onSkip(timeMs: number): void;
}

/** Back and on through the story; while the run is on its way to the step, on goes there at once. */
export function StoryMoves({ story, stepIndex, playback, onStep, onSkip }: StoryMovesProps) {
  const { t } = useText();
  const step = story.steps[stepIndex] ?? story.steps[0];
  const travel = useStepTravel(playback, step);
  const isLast = stepIndex === story.steps.length - 1;
  const isAhead = travel === 'going' || travel === 'away';
  return (
    <div className="story-moves">
      <IconButton
        className="story-move-back"
        label={t('storyline.back')}
        icon={<Icon name="right" />}
        disabled={stepIndex === 0}
        onClick={() => onStep(stepIndex - 1)}
      />
      <span className="story-moves-place">
        <span className="visually-hidden">
          {t('storyline.step', { step: stepIndex + 1, count: story.steps.length })}
        </span>
        <span aria-hidden="true">
          {stepIndex + 1}/{story.steps.length}
        </span>
      </span>
      <IconButton
        label={isAhead ? t('storyline.skip') : t('storyline.next')}
        icon={<Icon name="right" />}
        disabled={travel === 'seeking' || (isLast && !isAhead)}
        onClick={() => (isAhead ? onSkip(step.atMs) : onStep(stepIndex + 1))}
      />
    </div>
  );
}
