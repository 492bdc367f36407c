import type { CSSProperties } from 'react';
import { JourneyMark } from '../design/journey-mark';
import type { AnalysisSubject } from './analysis-subject';
import { failureLabel } from './failure-label';
import type { FailureRow } from './failure-map';
import { deepFrom, depthOf } from './picture';
import { type AnalysisText, useAnalysisText } from './use-analysis-text';

export interface FailureMapTableProps {
  rows: readonly FailureRow[];
  subject: AnalysisSubject;
  onTell(sentence: string | null): void;
  onOpen(row: FailureRow): void;
}

/** Rows: what fails. Columns: what customers came for. The halves of a cell are the two cuts. */
export function FailureMapTable({ rows, subject, onTell, onOpen }: FailureMapTableProps) {
  const text = useAnalysisText();
  const { a, nameOf } = text;
  const { journeys } = subject.opened;
  return (
    <section className="analysis-scroll" aria-label={a('analysis.failures')}>
      <table className="failure-map">
        <thead>
          <tr>
            <th scope="col">{a('failures.what')}</th>
            {journeys.map(({ id, name }, index) => (
              <th key={id} scope="col">
                <JourneyMark index={index} /> {nameOf(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.moduleId} ${row.fault.kind}`}>
              <th scope="row">{failureLabel(row, subject, text)}</th>
              {journeys.map(({ id }, journey) => {
                const sentence = sentenceOf(row, journey, subject, text);
                return (
                  <td key={id}>
                    <button
                      type="button"
                      className="failure-cell"
                      aria-label={sentence}
                      title={sentence}
                      onPointerEnter={() => onTell(sentence)}
                      onFocus={() => onTell(sentence)}
                      onClick={() => onOpen(row)}
                    >
                      {row.harmed[journey].map((share, side) => (
                        <Half
                          key={subject.deployments[side].id}
                          share={share}
                          label={text.format.percent(share)}
                        />
                      ))}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Half({ share, label }: { share: number; label: string }) {
  const depth = { '--share': `${depthOf(share).toFixed(1)}%` } as CSSProperties;
  return (
    <span
      className={share >= deepFrom ? 'failure-half failure-half-deep' : 'failure-half'}
      style={depth}
    >
      {label}
    </span>
  );
}

/** `Payment down: of “Check out” Monolith harms 100%, Microservices 98%. Click to see that run.` */
function sentenceOf(
  row: FailureRow,
  journey: number,
  subject: AnalysisSubject,
  text: AnalysisText,
): string {
  const { a, format, nameOf } = text;
  const shares = subject.deployments.map(({ name }, side) =>
    a('failures.share', {
      deployment: nameOf(name),
      share: format.percent(row.harmed[journey][side]),
    }),
  );
  return a('failures.sentence', {
    fault: failureLabel(row, subject, text),
    journey: nameOf(subject.opened.journeys[journey].name),
    shares: shares.join(' · '),
  });
}
