import { useId } from 'react';
import type { Prediction } from '../stories/story';
import { useText } from '../workspace/use-text';

export interface PredictionChoiceProps {
  prediction: Prediction;
  chosenId: string | null;
  onChoose(optionId: string): void;
}

/** Asks before it is seen: native radio buttons in cards. */
export function PredictionChoice({ prediction, chosenId, onChoose }: PredictionChoiceProps) {
  const { t, nameOf } = useText();
  const name = useId();
  return (
    <fieldset className="prediction">
      <legend>
        <b>{t('storyline.predict')}</b>
        <span>{nameOf(prediction.question)}</span>
      </legend>
      <div className="prediction-options">
        {prediction.options.map(({ id, text }) => (
          <label key={id} className="prediction-option">
            <input
              type="radio"
              name={name}
              value={id}
              checked={id === chosenId}
              onChange={() => onChoose(id)}
            />
            <span>{nameOf(text)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
