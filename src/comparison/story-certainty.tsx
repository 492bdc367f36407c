import { useEffect, useMemo, useRef } from 'react';
import type { Playback } from '../playback/playback';
import { useIsPlaying } from '../playback/use-playback';
import { useAnalysisView } from '../workspace/analysis';
import type { AnalysisSubject } from './analysis-subject';
import { headlineSentences } from './certainty-sentences';
import { differenceRows } from './difference-rows';
import { runSpread, type Spread } from './run-spread';
import { usualQuestion, usualSeedCount } from './spread-jobs';
import { useAnalysis } from './use-analysis';
import { useAnalysisText } from './use-analysis-text';
import './story-certainty.css';

export interface StoryCertaintyProps {
  subject: AnalysisSubject;
  playback: Playback;
}

/**
 * What a story comes to, over many seeds and never over the one that was
 * watched: worked out by itself as soon as the run rests at the story's end.
 */
export function StoryCertainty({ subject, playback }: StoryCertaintyProps) {
  const text = useAnalysisText();
  const { a, format } = text;
  const { state, start, cancel } = useAnalysis<Spread>();
  const view = useAnalysisView();
  const isCovered = view !== null;
  const isAtRest = !useIsPlaying(playback);
  const { document, deployments, durationMs } = subject;
  const tried = useRef<AnalysisSubject | null>(null);
  useEffect(() => {
    // The cores are for the runs of the sheet; "How sure?" waits for the very same ones.
    if (isCovered && view !== 'certainty' && tried.current !== null) {
      tried.current = null;
      cancel();
    }
    if (isCovered || !isAtRest || durationMs === null || tried.current === subject) return;
    tried.current = subject;
    void start((work) => runSpread({ ...usualQuestion(subject), ...work }));
  }, [start, cancel, subject, durationMs, isAtRest, isCovered, view]);
  const { mode, outcome, done, total } = state;
  const sentences = useMemo(() => {
    if (outcome === null) return [];
    const names = deployments.map(({ name }) => name);
    return headlineSentences(
      differenceRows(document, deployments, outcome),
      names,
      usualSeedCount,
      text,
    );
  }, [document, deployments, outcome, text]);
  const seeds = format.number(usualSeedCount);
  if (mode !== 'running' && outcome === null) return null;
  return (
    <div className="story-certainty" role="status">
      <p className="story-certainty-lead">
        {a(outcome === null ? 'certainty.story.pending' : 'certainty.story', { seeds })}
      </p>
      {outcome === null ? (
        <progress
          aria-label={a('certainty.story.pending', { seeds })}
          value={done}
          max={Math.max(1, total)}
        />
      ) : (
        sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
      )}
    </div>
  );
}
