/** What is wrong with a block as it is typed: in sentences that have the names and the units of its form. */
import { describeProblem } from '../../architecture/describe-problem';
import type { ArchitectureDocument } from '../../architecture/document';
import type { Problem } from '../../architecture/problem';
import type { ChartsText } from '../expanded/use-charts-text';
import type { BlockDraft } from './block-draft';
import { problemsWith } from './check-happening';
import type { DraftField } from './draft-fields';
import type { Happening } from './happening';

export interface TypedBlock {
  readonly draft: BlockDraft;
  readonly fields: readonly DraftField[];
  /** What the draft says. */
  readonly happening: Happening;
}

/** Empty where it is right. What can be read is checked by the document's own rules. */
export function draftProblems(
  { draft, fields, happening }: TypedBlock,
  document: ArchitectureDocument,
  text: ChartsText,
): string[] {
  const { c, writing } = text;
  const typedIn = (id: DraftField['id']) => writing.read(String(draft[id]));
  const isLeftEmpty = ({ id, isOptional }: DraftField) =>
    isOptional && String(draft[id]).trim() === '';
  const unread = fields.filter((field) => typedIn(field.id) === null && !isLeftEmpty(field));
  if (unread.length > 0) {
    return unread.map(({ key }) => c('lanes.form.refused.number', { field: c(key) }));
  }
  const has = (id: DraftField['id']) => fields.some((field) => field.id === id);
  const [from, until] = [typedIn('from'), has('until') ? typedIn('until') : null];
  if (from !== null && until !== null && until <= from) return [c('lanes.form.order')];
  if (has('low') && Number(typedIn('low')) > Number(typedIn('amount'))) {
    return [c('lanes.form.night')];
  }
  const said = problemsWith(happening, document).map((problem) =>
    problemWords(problem, fields, typedIn, text),
  );
  return [...new Set(said)];
}

function problemWords(
  problem: Problem,
  fields: readonly DraftField[],
  typedIn: (id: DraftField['id']) => number | null,
  text: ChartsText,
): string {
  const { c, format, language } = text;
  if (problem.code === 'until-before' || problem.code === 'pattern-order') {
    return c('lanes.form.order');
  }
  const value = 'value' in problem.params ? problem.params.value : null;
  const named = fields.filter(({ paths }) => paths.includes(problem.path));
  const isMeant = ({ id, per }: DraftField) => isNear(Number(value) * per, typedIn(id));
  const field = named.find(isMeant) ?? named[0];
  if (field === undefined) return describeProblem(problem, language);
  const said = { field: c(field.key) };
  const bound = (limit: number) => format.number(limit * field.per, 3);
  switch (problem.code) {
    case 'too-small':
      return c('lanes.form.refused.least', { ...said, bound: bound(problem.params.min) });
    case 'not-above':
      return c('lanes.form.refused.above', { ...said, bound: bound(problem.params.bound) });
    case 'too-large':
      return c('lanes.form.refused.most', { ...said, bound: bound(problem.params.max) });
    case 'not-whole':
      return c('lanes.form.refused.whole', said);
    default:
      return describeProblem({ ...problem, path: said.field }, language);
  }
}

/** Whether two are the same but for what is lost on the way to the document's units. */
function isNear(one: number, other: number | null): boolean {
  return other !== null && Math.abs(one - other) <= 0.001 * Math.max(1, Math.abs(other));
}
