import { useCallback, useLayoutEffect, useState } from 'react';
import { closeAnalysis } from '../workspace/analysis';
import { commandsFor } from '../workspace/commands-between';
import { withModuleFault, withoutFaults } from '../workspace/intervene';
import { useWorkspaceStore } from '../workspace/use-workspace';
import { failureMapCsv } from './analysis-csv';
import { AnalysisStatus } from './analysis-status';
import type { AnalysisSubject } from './analysis-subject';
import { ExportButtons } from './export-buttons';
import { failureLabel } from './failure-label';
import { type FailureRow, mapFailures } from './failure-map';
import { failureMapPicture } from './failure-map-picture';
import { FailureMapTable } from './failure-map-table';
import { pagePalette } from './picture';
import { useAnalysis } from './use-analysis';
import { type AnalysisText, useAnalysisText } from './use-analysis-text';
import './failure-map.css';

/** Everything that can fail, and who is hurt: a cell opens the run that it tells of. */
export function FailureMapView({ subject }: { subject: AnalysisSubject }) {
  const text = useAnalysisText();
  const { a } = text;
  const workspace = useWorkspaceStore();
  const [sentence, setSentence] = useState<string | null>(null);
  const { state, start, cancel } = useAnalysis<readonly FailureRow[]>();
  const { opened, deployments, seed } = subject;
  const run = useCallback(() => {
    const wishes = workspace.getState().interventions;
    const commands = commandsFor(opened, withoutFaults(wishes));
    void start((work, show) =>
      mapFailures({ document: opened, deployments, commands, seed, onRow: show, ...work }),
    );
  }, [start, workspace, opened, deployments, seed]);
  // Before the sheet is painted: the workers begin meanwhile.
  useLayoutEffect(run, [run]);
  const open = useCallback(
    ({ moduleId, fault }: FailureRow) => {
      const { closeStory, intervene } = workspace.getState();
      closeStory();
      // As in the run that it tells of, nothing else is broken.
      intervene((wishes) => withModuleFault(withoutFaults(wishes), moduleId, fault));
      closeAnalysis();
    },
    [workspace],
  );
  const rows = state.outcome ?? [];
  return (
    <div className="analysis-view">
      <p className="analysis-lead">{a('failures.lead')}</p>
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
    note: a('failures.lead'),
    journeys: opened.journeys.map(({ name }) => nameOf(name)),
    percent: format.percent,
  };
  const drawn = rows.map((row) => ({
    label: failureLabel(row, subject, text),
    harmed: row.harmed,
  }));
  return failureMapPicture(words, drawn, pagePalette());
}
