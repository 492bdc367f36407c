import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { closeAnalysis } from '../workspace/analysis';
import { commandsFor } from '../workspace/commands-between';
import { withoutFaults } from '../workspace/intervene';
import { useWorkspaceStore } from '../workspace/use-workspace';
import { failureMapCsv } from './analysis-csv';
import { AnalysisStatus } from './analysis-status';
import type { AnalysisSubject } from './analysis-subject';
import { ExportButtons } from './export-buttons';
import { failureLabel } from './failure-label';
import {
  type FailureRow,
  failureScript,
  faultAtSeconds,
  faultCommand,
  mapFailures,
} from './failure-map';
import { failureMapPicture } from './failure-map-picture';
import { FailureMapTable } from './failure-map-table';
import { pagePalette } from './picture';
import { useAnalysis } from './use-analysis';
import { type AnalysisText, useAnalysisText } from './use-analysis-text';
import './failure-map.css';

/** So long before the fault a run that is opened is shown, ms. */
const leadMs = 1000;

export interface FailureMapViewProps {
  subject: AnalysisSubject;
  /** Shows the run of the page from an instant on, simulated ms. */
  onShow(fromMs: number): void;
}

/** Everything that can fail, and who is hurt: a cell opens the run that it tells of. */
export function FailureMapView({ subject, onShow }: FailureMapViewProps) {
  const text = useAnalysisText();
  const { a } = text;
  const workspace = useWorkspaceStore();
  const [sentence, setSentence] = useState<string | null>(null);
  const { state, start, cancel } = useAnalysis<readonly FailureRow[]>();
  const { opened, deployments, seed } = subject;
  const commands = useMemo(
    () => commandsFor(opened, withoutFaults(workspace.getState().interventions)),
    [workspace, opened],
  );
  const run = useCallback(() => {
    void start((work, show) =>
      mapFailures({ document: opened, deployments, commands, seed, onRow: show, ...work }),
    );
  }, [start, opened, deployments, commands, seed]);
  // Before the sheet is painted: the workers begin meanwhile.
  useLayoutEffect(run, [run]);
  // The very run that the cell tells of: what was done to the page's own stays as another line.
  const open = useCallback(
    (row: FailureRow) => {
      const command = faultCommand(row);
      const script = failureScript(commands, [command]);
      const label = { commands: [command] };
      workspace.getState().make(() => ({ script, storyId: null }), { label });
      closeAnalysis();
      onShow(faultAtSeconds * 1000 - leadMs);
    },
    [workspace, commands, onShow],
  );
  const rows = state.outcome ?? [];
  return (
    <div className="analysis-view">
      <p className="analysis-lead">{leadOf(subject, text)}</p>
      <div className="analysis-choices">
        <AnalysisStatus state={state} onRun={run} onCancel={cancel} />
      </div>
      <p className="muted">{legendOf(subject, text)}</p>
      <FailureMapTable rows={rows} subject={subject} onTell={setSentence} onOpen={open} />
      <p className="failure-sentence" aria-live="polite">
        {sentence ?? a('failures.hint')}
      </p>
      {rows.length > 0 && (
        <ExportButtons
          name="failure-map"
          csv={() => failureMapCsv(rows, subject)}
          picture={() => pictureOf(rows, subject, text)}
        />
      )}
    </div>
  );
}

function leadOf({ deployments }: AnalysisSubject, { a }: AnalysisText): string {
  return a(deployments.length > 1 ? 'failures.lead' : 'failures.lead.one');
}

function legendOf({ deployments }: AnalysisSubject, { a, nameOf }: AnalysisText): string {
  const [left, right] = deployments.map(({ name }) => nameOf(name));
  return right === undefined ? left : a('failures.legend', { left, right });
}

function pictureOf(rows: readonly FailureRow[], subject: AnalysisSubject, text: AnalysisText) {
  const { a, nameOf, format } = text;
  const { opened } = subject;
  const words = {
    title: `${a('analysis.failures')} · ${nameOf(opened.name)}`,
    legend: legendOf(subject, text),
    note: leadOf(subject, text),
    journeys: opened.journeys.map(({ name }) => nameOf(name)),
    percent: format.percent,
  };
  const drawn = rows.map((row) => ({
    label: failureLabel(row, subject, text),
    harmed: row.harmed,
  }));
  return failureMapPicture(words, drawn, pagePalette());
}
