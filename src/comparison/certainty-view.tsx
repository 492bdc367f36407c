import { memo, useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { SegmentedControl } from '../design/segmented-control';
import { meanInterval } from '../simulation/replications/mean-interval';
import { keepSpread } from '../workspace/analysis';
import { AnalysisStatus } from './analysis-status';
import type { AnalysisSubject } from './analysis-subject';
import { certaintySentences } from './certainty-sentences';
import { differenceRows } from './difference-rows';
import { DifferenceTable } from './difference-table';
import { runSpread, type Spread, withImpact, withReleases } from './run-spread';
import { usualSeconds, usualSeedCount } from './spread-jobs';
import { useAnalysis } from './use-analysis';
import { type AnalysisText, useAnalysisText } from './use-analysis-text';

const seedCounts = ['20', '50', '100', '200'];
const ends = ['30', '60', '90', '180', '300'];

/** What is on the page, over many seeds: in sentences, as a table, and as bands of the chart. */
export function CertaintyView({ subject }: { subject: AnalysisSubject }) {
  const text = useAnalysisText();
  const { a, format } = text;
  const [seedCount, setSeedCount] = useState(String(usualSeedCount));
  const [end, setEnd] = useState(String(usualSeconds));
  const { state, start, cancel } = useAnalysis<Spread>();
  const seconds = subject.durationMs === null ? Number(end) : subject.durationMs / 1000;
  const run = useCallback(() => {
    void start(async (work, show) => {
      const options = { subject, seedCount: Number(seedCount), seconds, ...work };
      const spread = await runSpread(options);
      show(spread);
      await shown();
      keepSpread({
        document: subject.document,
        script: subject.script,
        seed: subject.seed,
        windows: windowsOf(subject, spread),
      });
      await settled();
      const released = await withReleases(options, spread);
      if (released !== spread) show(released);
      return withImpact(options, released);
    });
  }, [start, subject, seedCount, seconds]);
  // Before the sheet is painted: the workers begin meanwhile.
  useLayoutEffect(run, [run]);
  const { outcome } = state;
  return (
    <div className="analysis-view">
      <p className="analysis-lead">
        {a(subject.deployments.length > 1 ? 'certainty.lead' : 'certainty.lead.one')}
      </p>
      <div className="analysis-choices">
        <SegmentedControl
          label={a('certainty.seeds')}
          segments={seedCounts.map((value) => ({
            value,
            label: value,
            title: `${a('certainty.seeds')}: ${value}`,
          }))}
          value={seedCount}
          onChange={setSeedCount}
        />
        {subject.durationMs === null && (
          <SegmentedControl
            label={a('certainty.end')}
            segments={ends.map((value) => ({
              value,
              label: format.duration(Number(value) * 1000),
              title: `${a('certainty.end')} ${format.duration(Number(value) * 1000)}`,
            }))}
            value={end}
            onChange={setEnd}
          />
        )}
        <AnalysisStatus state={state} onRun={run} onCancel={cancel} />
      </div>
      {outcome !== null && <Certainty subject={subject} spread={outcome} text={text} />}
    </div>
  );
}

/** So long it takes at most, ms. */
const drawingMaxMs = 500;

/** What is known is on the page, before more work is begun. */
function shown(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A hidden page has no pictures, and its reader still wants the answer.
    setTimeout(resolve, drawingMaxMs);
  });
}

/** What else the page has to draw of it is drawn: more work on every core would hold it up. */
function settled(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(resolve, { timeout: drawingMaxMs });
    else setTimeout(resolve, drawingMaxMs);
  });
}

interface CertaintyProps {
  subject: AnalysisSubject;
  spread: Spread;
  text: AnalysisText;
}

/** While more runs come in, what is known stays as it is. */
const Certainty = memo(function Certainty({ subject, spread, text }: CertaintyProps) {
  const { a } = text;
  const { document, deployments } = subject;
  const rows = useMemo(
    () => (deployments.length < 2 ? [] : differenceRows(document, deployments, spread)),
    [document, deployments, spread],
  );
  if (deployments.length < 2) {
    return <p className="analysis-sentence">{aloneSentence(spread, text)}</p>;
  }
  const names = deployments.map(({ name }) => name);
  return (
    <>
      <ul className="analysis-sentences">
        {certaintySentences(rows, names, spread.seedCount, text).map((sentence) => (
          <li key={sentence} className="analysis-sentence">
            {sentence}
          </li>
        ))}
      </ul>
      <p className="muted">{a('certainty.bands')}</p>
      <DifferenceTable rows={rows} deployments={deployments} />
    </>
  );
});

function aloneSentence({ sides, seedCount }: Spread, { a, format }: AnalysisText): string {
  const shares = sides[0].flatMap(({ result }) => result.availability ?? []);
  if (shares.length === 0) return a('certainty.noSuccess', { seeds: format.number(seedCount) });
  const { mean, halfWidth } = meanInterval(shares);
  return a('certainty.alone', {
    success: format.number(mean * 100, 1),
    margin: format.number((halfWidth ?? 0) * 100, 2),
    seeds: format.number(seedCount),
  });
}

function windowsOf({ deployments }: AnalysisSubject, { sides }: Spread) {
  return Object.fromEntries(
    deployments.map(({ id }, side) => [id, sides[side].flatMap(({ windows }) => windows ?? [])]),
  );
}
