import { useCallback } from 'react';
import { moduleIdOf } from '../architecture/cut';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { JourneyMark } from '../design/journey-mark';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import { type Frame, JourneyField, journeyFieldCount } from '../simulation/frame';
import { useWorkspace } from '../workspace/use-workspace';
import { useDocumentEdit } from './edits/use-document-edit';
import { loadSettings } from './fields/load-settings';
import { SettingField } from './fields/setting-field';
import { useSettingsText } from './fields/use-settings-text';
import { FigureList } from './figure-list';
import { ShareField } from './load/share-fields';
import { deploymentFrame } from './unit-rows';

export interface JourneyInspectorProps {
  journeyId: string;
  /** The deployments on show: the journey is the same in all of them, how it fares is not. */
  deployments: readonly Deployment[];
  feed: RunFeed;
}

/** What a customer comes for: where it begins, and how it fares in each cut. */
export function JourneyInspector({ journeyId, deployments, feed }: JourneyInspectorProps) {
  const { s, nameOf, format } = useSettingsText();
  const document = useWorkspace((state) => state.document);
  const index = document.journeys.findIndex(({ id }) => id === journeyId);
  const journey = document.journeys[index];
  if (journey === undefined) return null;
  const entry = document.modules.find(({ id }) => id === moduleIdOf(journey.entry));
  return (
    <div className="inspector-subject">
      <header className="inspector-head">
        <h2 className="inspector-title">
          <JourneyMark index={index} /> {nameOf(journey.name)}
        </h2>
        <p className="muted">
          {s('journey.sentence', {
            share: format.percent(journey.share),
            module: entry === undefined ? journey.entry : nameOf(entry.name),
          })}
        </p>
      </header>
      {deployments.map((deployment) => (
        <section key={deployment.id} className="inspector-section">
          <h3 className="eyebrow">{nameOf(deployment.name)}</h3>
          <JourneyFigures deploymentId={deployment.id} index={index} feed={feed} />
        </section>
      ))}
      <section className="inspector-section">
        <ShareField journeyId={journeyId} />
        <ObjectiveField journeyId={journeyId} />
      </section>
    </div>
  );
}

/** How soon the customer wants the answer. */
function ObjectiveField({ journeyId }: { journeyId: string }) {
  const { document, original, problemWith, edit } = useDocumentEdit();
  const journey = document.journeys.find(({ id }) => id === journeyId);
  if (journey === undefined) return null;
  const change = (sloMs: number) => (so: ArchitectureDocument) => ({
    ...so,
    journeys: so.journeys.map((one) => (one.id === journeyId ? { ...one, sloMs } : one)),
  });
  return (
    <SettingField
      setting={loadSettings.objective}
      value={journey.sloMs}
      original={original.journeys.find(({ id }) => id === journeyId)?.sloMs}
      refuse={(sloMs) => problemWith(change(sloMs))}
      onChange={(sloMs) => edit(change(sloMs), 'journey.objective', journey.name)}
    />
  );
}

interface JourneyFiguresProps {
  deploymentId: string;
  index: number;
  feed: RunFeed;
}

function JourneyFigures({ deploymentId, index, feed }: JourneyFiguresProps) {
  const { s, t, format } = useSettingsText();
  const select = useCallback(
    (frame: Frame | null) => {
      const from = index * journeyFieldCount;
      return (
        deploymentFrame(frame, deploymentId)?.journeys.subarray(from, from + journeyFieldCount) ??
        null
      );
    },
    [deploymentId, index],
  );
  const row = useSampledFrame(feed, select);
  const value = (field: number) => row?.[field] ?? Number.NaN;
  return (
    <FigureList
      figures={[
        { label: s('journey.success'), text: format.percent(value(JourneyField.recentSuccess)) },
        { label: s('journey.degraded'), text: format.percent(value(JourneyField.recentDegraded)) },
        { label: s('journey.p50'), text: format.duration(value(JourneyField.recentMsP50)) },
        { label: t('inspector.p99'), text: format.duration(value(JourneyField.recentMsP99)) },
        {
          label: s('journey.arrivals'),
          text: format.rate(value(JourneyField.recentArrivalsPerSecond)),
        },
        { label: s('journey.inFlight'), text: format.number(value(JourneyField.inFlight)) },
      ]}
    />
  );
}
