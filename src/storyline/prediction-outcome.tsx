import { Icon } from '../design/icon';
import { useText } from '../workspace/use-text';
import type { Outcome } from './step-reading';
import { TextParts } from './text-parts';

export interface PredictionOutcomeProps {
  outcome: Outcome;
  /** `null` where nothing was predicted. */
  chosen: { id: string; text: string } | null;
}

/** How the prediction came out, by the figures of the run. */
export function PredictionOutcome({ outcome, chosen }: PredictionOutcomeProps) {
  const { t } = useText();
  const isRight = chosen?.id === outcome.rightOptionId;
  const verdict = chosen === null ? 'none' : isRight ? 'right' : 'wrong';
  return (
    <section className={`outcome-card outcome-card-${verdict}`} aria-live="polite">
      <p className="outcome-card-verdict">
        {chosen !== null && <Icon name={isRight ? 'check' : 'close'} strokeWidth={2} />}
        <b>
          {chosen === null
            ? t('storyline.predicted.happened', { option: outcome.rightOption })
            : t(`storyline.predicted.${isRight ? 'right' : 'wrong'}`)}
        </b>
      </p>
      {chosen !== null && !isRight && (
        <p className="muted">{t('storyline.predicted.yours', { option: chosen.text })}</p>
      )}
      {chosen !== null && !isRight && (
        <p>{t('storyline.predicted.happened', { option: outcome.rightOption })}</p>
      )}
      <p>
        <TextParts parts={outcome.explanation} />
      </p>
    </section>
  );
}
