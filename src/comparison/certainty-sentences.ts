import type { LocalizedText } from '../architecture/document';
import type { DifferenceRow } from './difference-rows';
import { writeInterval } from './figure-writing';
import type { AnalysisText } from './use-analysis-text';

/** At most so many sentences about who gets through, and about who does in time; the table has the rest. */
const successMax = 4;
const inTimeMax = 2;

/** The outcome in sentences: who loses fewer, who is in time, who is faster, who is cheaper, and by how much for sure. */
export function certaintySentences(
  rows: readonly DifferenceRow[],
  names: readonly LocalizedText[],
  seedCount: number,
  text: AnalysisText,
): string[] {
  const success = evenly(largest(rows, 'success'), successMax);
  const inTime = evenly(news(rows), inTimeMax);
  const told = [...success, ...inTime, ...largest(rows, 'msP99').slice(0, 1), ...costs(rows)];
  const sentences = told.map((row) => sentenceOf(row, names, text));
  return success.length > 0 ? sentences : [noSuccess(seedCount, text), ...sentences];
}

/** In two sentences: who loses fewer of what, and what speaks most for the other side. */
export function headlineSentences(
  rows: readonly DifferenceRow[],
  names: readonly LocalizedText[],
  seedCount: number,
  text: AnalysisText,
): string[] {
  const success = largest(rows, 'success');
  const inTime = news(rows);
  const first = success.at(0) ?? inTime.at(0);
  const others = [...success, ...inTime, ...largest(rows, 'msP99'), ...costs(rows)];
  const other = first && others.find(({ better }) => better !== first.better);
  const sentences = [first, other].flatMap((row) =>
    row === undefined ? [] : [sentenceOf(row, names, text)],
  );
  return success.length > 0 ? sentences : [noSuccess(seedCount, text), ...sentences];
}

/** Who is in time, where who gets through at all does not say the same already. */
function news(rows: readonly DifferenceRow[]): DifferenceRow[] {
  const said = certain(rows).filter(({ kind }) => kind.name === 'success');
  return largest(rows, 'inTime').filter(({ journey, better }) =>
    said.every((row) => row.journey !== journey || row.better !== better),
  );
}

/** Of one figure by journey what is more than chance, the largest difference first. */
function largest(rows: readonly DifferenceRow[], name: string): DifferenceRow[] {
  return certain(rows)
    .filter(({ kind, journey }) => kind.name === name && journey !== null)
    .sort((one, other) => Math.abs(other.difference.mean) - Math.abs(one.difference.mean));
}

function costs(rows: readonly DifferenceRow[]): DifferenceRow[] {
  return certain(rows).filter(({ kind }) => kind.name === 'usdPerHour');
}

function certain(rows: readonly DifferenceRow[]): DifferenceRow[] {
  return rows.filter(({ better, difference }) => better && difference.halfWidth !== null);
}

function noSuccess(seedCount: number, { a, format }: AnalysisText): string {
  return a('certainty.noSuccess', { seeds: format.number(seedCount) });
}

function sentenceOf(
  row: DifferenceRow,
  names: readonly LocalizedText[],
  text: AnalysisText,
): string {
  const { a, nameOf } = text;
  const { kind, better, journey, difference } = row;
  const deployment = nameOf(names[better === 'left' ? 0 : 1]);
  const ofJourney = {
    deployment,
    journey: journey === null ? a('certainty.all') : nameOf(journey),
  };
  const { size, margin } = writeInterval(kind.form, difference, text);
  if (kind.name === 'success' || kind.name === 'inTime') {
    return a(`certainty.${kind.name}`, { ...ofJourney, points: size, margin });
  }
  return kind.name === 'usdPerHour'
    ? a('certainty.cost', { deployment, cost: size, margin })
    : a('certainty.p99', { ...ofJourney, time: size, margin });
}

/** The largest differences; the largest in the other side's favour is always among them. */
function evenly(rows: readonly DifferenceRow[], countMax: number): DifferenceRow[] {
  const chosen = rows.slice(0, countMax - 1);
  const other = rows.find(({ better }) => chosen.every((row) => row.better !== better));
  const last = other ?? rows[countMax - 1];
  return last === undefined ? chosen : [...chosen, last];
}
