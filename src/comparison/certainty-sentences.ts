import type { LocalizedText } from '../architecture/document';
import type { DifferenceRow } from './difference-rows';
import { writeFigure, writePoints } from './figure-writing';
import type { AnalysisText } from './use-analysis-text';

/** At most so many sentences about who gets through; the table has the rest. */
const sentencesMax = 4;

/** The outcome in sentences: who loses fewer, who is faster, who is cheaper, and by how much for sure. */
export function certaintySentences(
  rows: readonly DifferenceRow[],
  names: readonly LocalizedText[],
  seedCount: number,
  text: AnalysisText,
): string[] {
  const { a, format, nameOf } = text;
  const told = rows.filter(({ better, difference }) => better && difference.halfWidth !== null);
  const largest = (name: string) =>
    told
      .filter(({ kind, journey }) => kind.name === name && journey !== null)
      .sort((one, other) => Math.abs(other.difference.mean) - Math.abs(one.difference.mean));
  const values = (row: DifferenceRow) => ({
    deployment: nameOf(names[row.better === 'left' ? 0 : 1]),
    journey: row.journey === null ? a('certainty.all') : nameOf(row.journey),
  });
  const amount = (row: DifferenceRow) =>
    writeFigure(row.kind.form, Math.abs(row.difference.mean), text);
  const margin = (row: DifferenceRow) =>
    writeFigure(row.kind.form, row.difference.halfWidth ?? 0, text);
  const success = evenly(largest('success')).map((row) =>
    a('certainty.success', {
      ...values(row),
      points: writePoints(row.difference.mean, text),
      margin: writePoints(row.difference.halfWidth ?? 0, text),
    }),
  );
  const slow = largest('msP99')
    .slice(0, 1)
    .map((row) => a('certainty.p99', { ...values(row), time: amount(row), margin: margin(row) }));
  const cost = told
    .filter(({ kind }) => kind.name === 'usdPerHour')
    .map((row) => a('certainty.cost', { ...values(row), cost: amount(row), margin: margin(row) }));
  const first =
    success.length > 0 ? success : [a('certainty.noSuccess', { seeds: format.number(seedCount) })];
  return [...first, ...slow, ...cost];
}

/** The largest differences; the largest in the other side's favour is always among them. */
function evenly(rows: readonly DifferenceRow[]): DifferenceRow[] {
  const chosen = rows.slice(0, sentencesMax - 1);
  const other = rows.find(({ better }) => chosen.every((row) => row.better !== better));
  const last = other ?? rows[sentencesMax - 1];
  return last === undefined ? chosen : [...chosen, last];
}
