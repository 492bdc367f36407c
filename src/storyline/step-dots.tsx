import { useText } from '../workspace/use-text';

export interface StepDotsProps {
  steps: readonly { id: string; title: string }[];
  stepIndex: number;
  onStep(stepIndex: number): void;
}

/** Where one is in the story, and a way to any of its steps. */
export function StepDots({ steps, stepIndex, onStep }: StepDotsProps) {
  const { t } = useText();
  return (
    <ol className="step-dots" aria-label={t('storyline.steps')}>
      {steps.map(({ id, title }, index) => (
        <li key={id}>
          <button
            type="button"
            className="step-dot"
            aria-current={index === stepIndex ? 'step' : undefined}
            aria-label={t('storyline.step', { step: index + 1, count: steps.length })}
            title={title}
            data-passed={index < stepIndex}
            onClick={() => onStep(index)}
          />
        </li>
      ))}
    </ol>
  );
}
