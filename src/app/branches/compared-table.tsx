import type { ArchitectureDocument } from '../../architecture/document';
import type { TranslateBranches } from '../../i18n/branches-text';
import { type Text, useText } from '../../workspace/use-text';
import { type ComparedFigure, lostDifferences } from './compare-lines';

export interface ComparedTableProps {
  document: ArchitectureDocument;
  figures: readonly ComparedFigure[];
  names: readonly [string, string];
  words: TranslateBranches;
}

/** What the second line changes in a sentence, and every figure of both. */
export function ComparedTable({ document, figures, names, words }: ComparedTableProps) {
  const text = useText();
  const deploymentName = (wantedId: string) => {
    const deployment = document.deployments.find(({ id }) => id === wantedId);
    return deployment === undefined ? wantedId : text.nameOf(deployment.name);
  };
  const ids = [...new Set(figures.map(({ deploymentId }) => deploymentId))];
  return (
    <>
      <div role="status">
        {lostDifferences(figures).map(({ deploymentId, count }) => (
          <p key={deploymentId}>
            {words(`branches.sentence.${count === 0 ? 'same' : count > 0 ? 'more' : 'fewer'}`, {
              deployment: deploymentName(deploymentId),
              branch: names[1],
              count: Math.abs(count),
            })}
          </p>
        ))}
      </div>
      <div className="branch-scroll">
        <table className="branch-table">
          <caption className="visually-hidden">{words('branches.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('branches.figure')}</th>
              <th scope="col">{names[0]}</th>
              <th scope="col">{names[1]}</th>
            </tr>
          </thead>
          {ids.map((deploymentId) => (
            <tbody key={deploymentId}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  {deploymentName(deploymentId)}
                </th>
              </tr>
              {figures
                .filter((figure) => figure.deploymentId === deploymentId)
                .map((figure) => (
                  <tr key={figureName(figure, text, words)}>
                    <th scope="row">{figureName(figure, text, words)}</th>
                    <td>{written(figure, 0, text)}</td>
                    <td>{written(figure, 1, text)}</td>
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

function figureName({ kind, journey }: ComparedFigure, { nameOf }: Text, words: TranslateBranches) {
  const of = journey === null ? words('branches.all') : nameOf(journey);
  return words(`branches.figure.${kind}`, { journey: of });
}

function written({ kind, values }: ComparedFigure, line: 0 | 1, { format }: Text): string {
  const value = values[line];
  switch (kind) {
    case 'success':
      return format.percent(value);
    case 'msP99':
      return format.duration(value);
    case 'lost':
      return format.number(value);
    case 'usdPerHour':
      return format.money(value);
  }
}
