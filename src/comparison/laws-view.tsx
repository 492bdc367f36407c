import { useCallback, useState } from 'react';
import { SegmentedControl } from '../design/segmented-control';
import { laws } from '../stories/laws';
import { AnalysisStatus } from './analysis-status';
import { ExportButtons } from './export-buttons';
import { decimalsOf } from './figure-writing';
import { LawStrip } from './law-strip';
import { lawSentence, lawWords } from './law-words';
import { type LawRow, runLaws } from './run-laws';
import { useAnalysis } from './use-analysis';
import { type AnalysisText, useAnalysisText } from './use-analysis-text';
import './laws.css';

/** A tenth of the plan takes seconds, the whole of it minutes. */
const shares = { quick: 0.1, whole: 1 } as const;

type Length = keyof typeof shares;

const lengths: readonly Length[] = ['quick', 'whole'];

/** The engine beside queueing theory, law by law, run while the reader looks. */
export function LawsView() {
  const text = useAnalysisText();
  const { a, format } = text;
  const [length, setLength] = useState<Length>('quick');
  const { state, start, cancel } = useAnalysis<readonly LawRow[]>();
  const run = useCallback(() => {
    void start((work, show) => runLaws({ laws, share: shares[length], onRows: show, ...work }));
  }, [start, length]);
  const rows = state.outcome ?? [];
  const agreeing = rows.filter(({ verdict }) => verdict === 'agrees').length;
  const disagreeing = rows.filter(({ verdict }) => verdict === 'disagrees').length;
  return (
    <div className="analysis-view">
      <p className="analysis-lead">{a('laws.lead')}</p>
      <div className="analysis-choices">
        <SegmentedControl<Length>
          label={a('laws.length')}
          segments={lengths.map((value) => ({
            value,
            label: a(`laws.length.${value}`),
          }))}
          value={length}
          onChange={setLength}
        />
        <AnalysisStatus state={state} onRun={run} onCancel={cancel} />
      </div>
      {rows.length > 0 && (
        <>
          <p className="analysis-sentence" role="status">
            {a('laws.summary', {
              agree: format.number(agreeing),
              consistent: format.number(rows.length - agreeing - disagreeing),
              disagree: format.number(disagreeing),
            })}
          </p>
          <LawTable rows={rows} text={text} />
          <ExportButtons name="laws" csv={() => csvRows(rows)} />
        </>
      )}
    </div>
  );
}

function LawTable({ rows, text }: { rows: readonly LawRow[]; text: AnalysisText }) {
  const { a, language } = text;
  const names = [...new Set(rows.map(({ outcome }) => outcome.law))];
  return (
    <section className="analysis-scroll" aria-label={a('analysis.laws')}>
      <table className="law-table">
        <thead>
          <tr>
            <th scope="col">{a('laws.column.figure')}</th>
            <th scope="col">{a('laws.column.theory')}</th>
            <th scope="col">{a('laws.column.simulated')}</th>
            <th scope="col">{a('laws.column.picture')}</th>
            <th scope="col">{a('laws.column.verdict')}</th>
          </tr>
        </thead>
        {names.map((law) => (
          <tbody key={law}>
            <tr>
              <th scope="rowgroup" colSpan={5} className="law-name">
                {lawWords(law, language)}
                <span className="muted">{a(lawSentence(law))}</span>
              </th>
            </tr>
            {rows
              .filter(({ outcome }) => outcome.law === law)
              .map((row) => (
                <LawLine key={`${row.outcome.parameters} ${row.outcome.figure}`} {...row} />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function LawLine(row: LawRow) {
  const { a, format, language } = useAnalysisText();
  const { outcome, verdict } = row;
  // Theory and simulation alike: one decimal more than the interval needs.
  const decimals = decimalsOf(outcome.halfWidth / 10, 4);
  const write = (value: number) =>
    format.number(value, decimals, outcome.halfWidth === 0 ? 0 : decimals);
  return (
    <tr>
      <th scope="row">
        {lawWords(outcome.figure, language)}
        <span className="muted">{lawWords(outcome.parameters, language)}</span>
      </th>
      <td>{write(outcome.theory)}</td>
      <td>
        {write(outcome.simulated)} ± {write(outcome.halfWidth)}
      </td>
      <td>
        <LawStrip {...row} />
      </td>
      <td className={`law-${verdict}`}>{a(`laws.verdict.${verdict}`)}</td>
    </tr>
  );
}

function csvRows(rows: readonly LawRow[]) {
  return [
    ['law', 'case', 'figure', 'theory', 'simulated', 'half_width_99', 'tolerance', 'verdict'],
    ...rows.map(({ outcome, verdict }) => [
      outcome.law,
      outcome.parameters,
      outcome.figure,
      outcome.theory,
      outcome.simulated,
      outcome.halfWidth,
      outcome.tolerance,
      verdict,
    ]),
  ];
}
