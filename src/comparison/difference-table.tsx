import type { Deployment } from '../architecture/document';
import type { DifferenceRow } from './difference-rows';
import { ExportButtons } from './export-buttons';
import { writeDifference, writeFigure } from './figure-writing';
import { type AnalysisText, useAnalysisText } from './use-analysis-text';

export interface DifferenceTableProps {
  rows: readonly DifferenceRow[];
  /** The left one and the right one. */
  deployments: readonly Deployment[];
}

/** What each side does better, and what chance explains; nothing is left out in favour of either. */
export function DifferenceTable({ rows, deployments }: DifferenceTableProps) {
  const text = useAnalysisText();
  const { a, nameOf } = text;
  const groups = [
    { id: 'left', title: a('certainty.better', { deployment: nameOf(deployments[0].name) }) },
    { id: 'right', title: a('certainty.better', { deployment: nameOf(deployments[1].name) }) },
    { id: null, title: a('certainty.noise') },
  ];
  return (
    <>
      <section className="analysis-scroll" aria-label={a('certainty.table')}>
        <table className="difference-table difference-rows">
          <caption className="visually-hidden">{a('certainty.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{a('certainty.figure')}</th>
              {deployments.map(({ id, name }) => (
                <th key={id} scope="col">
                  {nameOf(name)}
                </th>
              ))}
              <th scope="col">{a('certainty.difference')}</th>
            </tr>
          </thead>
          {groups.map(({ id, title }) => {
            const own = rows.filter(({ better }) => better === id);
            return (
              own.length > 0 && (
                <tbody key={title}>
                  <tr>
                    <th scope="rowgroup" colSpan={4} className="difference-group">
                      {title}
                    </th>
                  </tr>
                  {own.map((row) => (
                    <tr key={row.id}>
                      <th scope="row">{rowName(row, text)}</th>
                      <td>{writeFigure(row.kind.form, row.left.mean, text)}</td>
                      <td>{writeFigure(row.kind.form, row.right.mean, text)}</td>
                      <td>{writeDifference(row.kind.form, row.difference, text)}</td>
                    </tr>
                  ))}
                </tbody>
              )
            );
          })}
        </table>
      </section>
      <ExportButtons name="differences" csv={() => csvRows(rows, deployments, text)} />
    </>
  );
}

function rowName({ kind, journey }: DifferenceRow, { a, nameOf }: AnalysisText): string {
  const of = journey === null ? a('certainty.all') : nameOf(journey);
  return a(`certainty.row.${kind.name}`, { journey: of });
}

function csvRows(
  rows: readonly DifferenceRow[],
  deployments: readonly Deployment[],
  text: AnalysisText,
) {
  const [left, right] = deployments.map(({ id }) => id);
  return [
    ['figure', left, right, 'difference', 'half_width_95', 'better'],
    ...rows.map((row) => [
      rowName(row, text),
      row.left.mean,
      row.right.mean,
      row.difference.mean,
      row.difference.halfWidth,
      row.better === null ? '' : row.better === 'left' ? left : right,
    ]),
  ];
}
