import { Button } from '../design/button';
import { useText } from '../workspace/use-text';
import type { Travel } from './step-travel';

export interface StepButtonsProps {
  stepIndex: number;
  stepCount: number;
  travel: Travel;
  /** The story after this one, `null` behind the last. */
  nextStoryName: string | null;
  onStep(stepIndex: number): void;
  /** Goes to the step's instant at once instead of playing up to it. */
  onSkip(): void;
  onNextStory(): void;
  onLeave(): void;
}

/** Back and on. What "on" means depends on where the run is. */
export function StepButtons(props: StepButtonsProps) {
  const { stepIndex, stepCount, travel, nextStoryName, onStep, onSkip, onNextStory, onLeave } =
    props;
  const { t } = useText();
  const isLast = stepIndex === stepCount - 1;
  const isAhead = travel === 'going' || travel === 'away';
  const on = isAhead
    ? { label: t('storyline.skip'), act: onSkip }
    : !isLast
      ? { label: t('storyline.next'), act: () => onStep(stepIndex + 1) }
      : nextStoryName !== null
        ? { label: t('storyline.nextStory'), act: onNextStory }
        : { label: t('storyline.explore'), act: onLeave };
  return (
    <div className="step-buttons">
      <Button
        disabled={stepIndex === 0}
        onClick={() => onStep(stepIndex - 1)}
        aria-label={t('storyline.back')}
      >
        <span aria-hidden="true">←</span>
        <span className="step-button-word">{t('storyline.back')}</span>
      </Button>
      <Button
        variant={isAhead ? 'plain' : 'strong'}
        disabled={travel === 'seeking'}
        onClick={on.act}
        title={isLast && nextStoryName !== null ? nextStoryName : undefined}
      >
        {on.label} <span aria-hidden="true">{isAhead ? '⇥' : '→'}</span>
      </Button>
    </div>
  );
}
