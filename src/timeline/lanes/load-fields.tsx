import type { NumberWriting } from '../../i18n/number-writing';
import type { BlockDraft } from './block-draft';
import type { BlockFieldsProps } from './block-fields';
import { Choice, TextField } from './form-inputs';
import { isShapeKind, shapeKinds } from './pattern-draft';

const firstSeconds = 20;

/** Another rate for a while, or a shape that the load takes over time. */
export function LoadFields({ draft, scope, onChange }: BlockFieldsProps) {
  const { c, writing } = scope.text;
  // An event of the document says a rate or a factor; a shape is the user's own doing.
  const kinds = scope.isEvent
    ? (['rate', 'factor'] as const)
    : (['rate', ...shapeKinds, 'steady'] as const);
  const isOwn = draft.kind === 'points';
  const hasRate = draft.kind !== 'steady' && !isOwn;
  const isDaily = draft.kind === 'daily';
  const label =
    draft.kind === 'factor'
      ? 'lanes.form.factor'
      : isShapeKind(draft.kind)
        ? 'lanes.form.peak'
        : 'lanes.form.rate';
  return (
    <>
      <Choice
        label={c('lanes.form.kind')}
        value={draft.kind}
        onChange={(kind) => onChange({ kind, ...firstOf(kind, draft, writing) })}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {c(kind === 'rate' || kind === 'factor' ? `lanes.form.${kind}` : `lanes.load.${kind}`)}
          </option>
        ))}
        {isOwn && <option value="points">{c('lanes.load.pattern')}</option>}
      </Choice>
      {hasRate && (
        <TextField
          label={c(label)}
          value={draft.amount}
          onChange={(amount) => onChange({ amount })}
        />
      )}
      {isDaily && (
        <TextField
          label={c('lanes.form.low')}
          value={draft.low}
          onChange={(low) => onChange({ low })}
        />
      )}
    </>
  );
}

/** What is tried first of what a shape needs and has not been typed yet. */
function firstOf(
  kind: string,
  { from, until, low, amount }: BlockDraft,
  { read, write }: NumberWriting,
): Partial<BlockDraft> {
  if (!isShapeKind(kind)) return {};
  return {
    ...(until === '' ? { until: write((read(from) ?? 0) + firstSeconds) } : {}),
    ...(low === '' ? { low: write((read(amount) ?? 0) / 4) } : {}),
  };
}
