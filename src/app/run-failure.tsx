import { Button } from '../design/button';
import type { Playback } from '../playback/playback';
import { useFailure } from '../playback/use-playback';
import { useText } from '../workspace/use-text';
import './run-failure.css';

export interface RunFailureProps {
  playback: Playback;
  onRestart(): void;
}

/** The engine broke off: what is needed to replay it, and a way on. */
export function RunFailure({ playback, onRestart }: RunFailureProps) {
  const { t, format } = useText();
  const failure = useFailure(playback);
  if (failure === null) return null;
  return (
    <section role="alert" className="run-failure">
      <h2>{t('app.run.failed.title')}</h2>
      {failure.seed !== null && (
        <p>
          {t('app.run.failed.explanation', {
            time: format.clock(failure.atMs),
            seed: failure.seed,
            events: format.number(failure.events),
          })}
        </p>
      )}
      <p className="mono">{failure.message}</p>
      <Button variant="primary" onClick={onRestart}>
        {t('app.run.failed.restart')}
      </Button>
    </section>
  );
}
