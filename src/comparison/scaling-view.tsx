import { useCallback } from 'react';
import type { LocalizedText } from '../architecture/document';
import { useMedia } from '../design/use-media';
import {
  cheapestAt,
  objectives,
  replicasLimit,
  type ScalingPoint,
} from '../simulation/replications/scaling-search';
import { scalingCsv } from './analysis-csv';
import { AnalysisStatus } from './analysis-status';
import { type AnalysisSubject, seedsFrom } from './analysis-subject';
import { ExportButtons } from './export-buttons';
import { pagePalette } from './picture';
import { scalingPicture } from './scaling-picture';
import { useAnalysis } from './use-analysis';
import { type AnalysisText, useAnalysisText } from './use-analysis-text';

/** Loads of the curve, as multiples of the document's. */
const loadFactors = [0.25, 0.5, 1, 1.5, 2, 3, 4];
const seedCount = 2;

/** Here a drawing of the usual size would be too small to read. */
const narrow = matchMedia('(max-width: 719px)');

/** What it costs to hold the objectives as the load grows, and where no size holds them any more. */
export function ScalingView({ subject }: { subject: AnalysisSubject }) {
  const text = useAnalysisText();
  const { a } = text;
  const { state, start, cancel } = useAnalysis<readonly ScalingPoint[]>();
  const { opened, deployments, seed } = subject;
  const run = useCallback(() => {
    if (opened.load.kind !== 'open') return;
    const { arrivalRatePerSecond } = opened.load;
    void start(async ({ run: runOne, signal, onProgress }, show) => {
      const wanted = loadFactors.flatMap((factor) =>
        deployments.map((deployment) => ({ deployment, rate: factor * arrivalRatePerSecond })),
      );
      const known: (ScalingPoint | null)[] = wanted.map(() => null);
      onProgress(0, wanted.length);
      await Promise.all(
        wanted.map(async ({ deployment, rate }, index) => {
          known[index] = await cheapestAt({
            document: opened,
            deployment,
            arrivalRatePerSecond: rate,
            seeds: seedsFrom(seed, seedCount),
            run: (job) => runOne(job, signal),
          });
          const points = known.filter((point) => point !== null);
          onProgress(points.length, wanted.length);
          show(points);
        }),
      );
      return known.filter((point) => point !== null);
    });
  }, [start, opened, deployments, seed]);
  const points = state.outcome ?? [];
  if (opened.load.kind !== 'open') return <p>{a('scaling.closed')}</p>;
  return (
    <div className="analysis-view">
      <p className="analysis-lead">{leadOf(text)}</p>
      <div className="analysis-choices">
        <AnalysisStatus state={state} onRun={run} onCancel={cancel} />
      </div>
      {points.length > 0 && <ScalingCurve points={points} subject={subject} text={text} />}
    </div>
  );
}

interface ScalingCurveProps {
  points: readonly ScalingPoint[];
  subject: AnalysisSubject;
  text: AnalysisText;
}

function ScalingCurve({ points, subject, text }: ScalingCurveProps) {
  const { a, format, nameOf } = text;
  const { deployments } = subject;
  const pointAt = (deploymentId: string, rate: number) =>
    points.find((p) => p.deploymentId === deploymentId && p.arrivalRatePerSecond === rate);
  const rates = [...new Set(points.map((point) => point.arrivalRatePerSecond))];
  const isNarrow = useMedia(narrow);
  const shown = { points, subject, text };
  const drawing = pictureOf(shown, null, isNarrow ? 'narrow' : 'usual');
  const alone = () => pictureOf(shown, leadOf(text));
  return (
    <>
      <div className="analysis-scroll">
        <img
          className="scaling-picture"
          alt={a('scaling.title')}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing.svg)}`}
          width={drawing.width}
          height={drawing.height}
        />
      </div>
      <section className="analysis-scroll" aria-label={a('analysis.scaling')}>
        <table className="difference-table">
          <thead>
            <tr>
              <th scope="col">{a('scaling.load')}</th>
              {deployments.map(({ id, name }) => (
                <th key={id} scope="col">
                  {nameOf(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rates.map((rate) => (
              <tr key={rate}>
                <th scope="row">{format.rate(rate)}</th>
                {deployments.map(({ id }) => (
                  <td key={id}>{cellText(pointAt(id, rate), subject, text)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ExportButtons name="scaling" csv={() => scalingCsv(points)} picture={alone} />
    </>
  );
}

function leadOf({ a, format }: AnalysisText): string {
  return a('scaling.lead', {
    availability: format.percent(objectives.availability),
    within: format.percent(objectives.withinSlo),
    limit: format.number(replicasLimit),
  });
}

/** `note`: what explains it where it stands alone, with the name of its document; `null` on the page. */
function pictureOf(
  { points, subject, text }: ScalingCurveProps,
  note: string | null,
  size?: 'usual' | 'narrow',
) {
  const { a, format, nameOf } = text;
  const lines = subject.deployments.map(({ id, name }) => ({
    name: nameOf(name),
    points: points.filter(({ deploymentId }) => deploymentId === id),
  }));
  const words = {
    title:
      note === null ? a('scaling.title') : `${a('scaling.title')} · ${nameOf(subject.opened.name)}`,
    note,
    load: a('scaling.load'),
    cliff: a('scaling.cliff'),
    rate: format.rate,
    money: format.money,
  };
  return scalingPicture(lines, words, pagePalette(), size);
}

function cellText(
  point: ScalingPoint | undefined,
  { deployments }: AnalysisSubject,
  { a, format, nameOf }: AnalysisText,
): string {
  if (point === undefined) return '…';
  const unit = deployments
    .find(({ id }) => id === point.deploymentId)
    ?.units.find(({ id }) => id === point.busiestUnitId);
  const name: LocalizedText | undefined = unit?.name;
  if (point.usdPerHour !== null) return format.money(point.usdPerHour);
  return a('scaling.none', { unit: name === undefined ? '' : nameOf(name) });
}
