import { Button } from '../design/button';
import type { Analysis } from './use-analysis';
import { useAnalysisText } from './use-analysis-text';

export interface AnalysisStatusProps {
  state: Analysis<unknown>;
  onRun(): void;
  onCancel(): void;
}

/** Runs and cancels, and says how far it has come or why it has not. */
export function AnalysisStatus({ state, onRun, onCancel }: AnalysisStatusProps) {
  const { a, format } = useAnalysisText();
  const { mode, done, total, error, tookMs } = state;
  const isRunning = mode === 'running';
  const seed = error !== null && 'seed' in error ? Number(error.seed) : null;
  return (
    <div className="analysis-status">
      {isRunning ? (
        <Button onClick={onCancel}>{a('analysis.cancel')}</Button>
      ) : (
        <Button variant="primary" onClick={onRun}>
          {mode === 'idle' ? a('analysis.run') : a('analysis.again')}
        </Button>
      )}
      {isRunning && (
        <>
          <progress aria-label={a('analysis.title')} value={done} max={Math.max(1, total)} />
          <span className="muted">
            {a('analysis.progress', { done: format.number(done), total: format.number(total) })}
          </span>
        </>
      )}
      <span role="status" className="muted">
        {mode === 'cancelled' && a('analysis.cancelled')}
        {mode === 'done' && a('analysis.took', { time: format.duration(tookMs) })}
      </span>
      {mode === 'failed' && (
        <p role="alert" className="analysis-error">
          {seed === null
            ? a('analysis.failed.worker', { message: error?.message ?? '' })
            : a('analysis.failed', { seed, message: error?.message ?? '' })}
        </p>
      )}
    </div>
  );
}
