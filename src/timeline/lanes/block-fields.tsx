import type { ChartsText } from '../expanded/use-charts-text';
import {
  type BlockDraft,
  type DraftFaultKind,
  faultAmounts,
  firstAmount,
  hasAmount,
  linkFaultKinds,
} from './block-draft';
import { type OpenedBlock, scaleFields } from './draft-fields';
import { Choice, TextField } from './form-inputs';
import type { LaneId } from './happening';
import { LoadFields } from './load-fields';
import {
  callTargets,
  moduleTargets,
  processTargets,
  type TargetGroup,
  type TargetScope,
  unitTargets,
} from './target-options';

export interface BlockFieldsProps {
  lane: LaneId;
  draft: BlockDraft;
  opened: OpenedBlock;
  scope: TargetScope;
  onChange(change: Partial<BlockDraft>): void;
}

/** What is typed about a block besides its times. */
export function BlockFields(props: BlockFieldsProps) {
  switch (props.lane) {
    case 'faults':
      return <FaultFields {...props} />;
    case 'load':
      return <LoadFields {...props} />;
    case 'scaling':
      return <ScaleFields {...props} />;
    case 'releases':
      return <ReleaseFields {...props} />;
    case 'policies':
      return <PolicyFields {...props} />;
  }
}

const faultKinds = Object.keys(faultAmounts) as DraftFaultKind[];
const releaseFaultKinds = faultKinds.filter((kind) => !linkFaultKinds.includes(kind));

function FaultFields({ draft, scope, onChange }: BlockFieldsProps) {
  const { c, writing } = scope.text;
  const targetsFor = (kind: string) =>
    linkFaultKinds.includes(kind) ? callTargets(scope, false) : processTargets(scope);
  const changeKind = (kind: string) => {
    const isOther = linkFaultKinds.includes(kind) !== linkFaultKinds.includes(draft.kind);
    const target = isOther ? (targetsFor(kind)[0]?.options[0]?.value ?? '') : draft.target;
    onChange({ kind, target, amount: firstAmount(kind, writing) });
  };
  return (
    <>
      <Choice label={c('lanes.form.kind')} value={draft.kind} onChange={changeKind}>
        {faultKinds.map((kind) => (
          <option key={kind} value={kind}>
            {c(`lanes.form.${kind}`)}
          </option>
        ))}
      </Choice>
      <TargetChoice
        label={c('lanes.form.target')}
        groups={targetsFor(draft.kind)}
        draft={draft}
        onChange={onChange}
      />
      <AmountField draft={draft} text={scope.text} onChange={onChange} />
    </>
  );
}

/** How strong a fault is, where it has a strength. */
function AmountField({
  draft,
  text: { c },
  onChange,
}: Pick<BlockFieldsProps, 'draft' | 'onChange'> & { text: ChartsText }) {
  const { kind } = draft;
  if (!hasAmount(kind)) return null;
  return (
    <TextField
      label={c(`lanes.form.${kind}.amount`)}
      unit={c(`lanes.form.${kind}.unit`)}
      value={draft.amount}
      onChange={(amount) => onChange({ amount })}
    />
  );
}

function ScaleFields({ draft, opened, scope, onChange }: BlockFieldsProps) {
  const { c } = scope.text;
  return (
    <>
      <TargetChoice
        label={c('lanes.form.unit')}
        groups={unitTargets(scope)}
        draft={draft}
        onChange={onChange}
      />
      {scaleFields(opened).map(({ id, key }) => (
        <TextField
          key={id}
          label={c(key)}
          value={draft[id]}
          onChange={(typed) => onChange({ [id]: typed })}
        />
      ))}
    </>
  );
}

const strategies = ['rolling', 'recreate', 'blue-green', 'canary'] as const;

function ReleaseFields({ draft, scope, onChange }: BlockFieldsProps) {
  const { c, writing } = scope.text;
  return (
    <>
      <TargetChoice
        label={c('lanes.form.module')}
        groups={[moduleTargets(scope)]}
        draft={draft}
        onChange={onChange}
      />
      <Choice
        label={c('lanes.form.strategy')}
        value={draft.strategy}
        onChange={(strategy) => onChange({ strategy })}
      >
        {strategies.map((strategy) => (
          <option key={strategy} value={strategy}>
            {c(`lanes.form.${strategy}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={c('lanes.form.releaseFault')}
        value={draft.kind}
        onChange={(kind) => onChange({ kind, amount: firstAmount(kind, writing) })}
      >
        <option value="none">{c('lanes.form.none')}</option>
        {releaseFaultKinds.map((kind) => (
          <option key={kind} value={kind}>
            {c(`lanes.form.${kind}`)}
          </option>
        ))}
      </Choice>
      <AmountField draft={draft} text={scope.text} onChange={onChange} />
    </>
  );
}

function PolicyFields({ draft, scope, onChange }: BlockFieldsProps) {
  const { c } = scope.text;
  return (
    <>
      <TargetChoice
        label={c('lanes.form.call')}
        groups={callTargets(scope, !scope.isEvent)}
        draft={draft}
        onChange={onChange}
      />
      <TextField
        label={c('lanes.form.timeout')}
        unit={c('lanes.form.timeout.unit')}
        value={draft.timeoutMs}
        onChange={(timeoutMs) => onChange({ timeoutMs })}
      />
      <TextField
        label={c('lanes.form.retries')}
        value={draft.retries}
        onChange={(retries) => onChange({ retries })}
      />
      <label className="block-field block-check">
        <input
          type="checkbox"
          checked={draft.hasBreaker}
          onChange={({ target }) => onChange({ hasBreaker: target.checked })}
        />
        {c('lanes.form.breaker')}
      </label>
      <p className="muted">{c('lanes.form.others')}</p>
    </>
  );
}

interface TargetChoiceProps {
  label: string;
  groups: readonly TargetGroup[];
  draft: BlockDraft;
  onChange(change: Partial<BlockDraft>): void;
}

function TargetChoice({ label, groups, draft, onChange }: TargetChoiceProps) {
  const isListed = groups.some(({ options }) =>
    options.some(({ value }) => value === draft.target),
  );
  return (
    <Choice label={label} value={draft.target} onChange={(target) => onChange({ target })}>
      {/* One replica, or what the document no longer lists, stays what it is. */}
      {!isListed && <option value={draft.target}>{draft.target.replace(/^.*?\w+:/, '')}</option>}
      {groups.map((group) => {
        const options = group.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ));
        return group.label === null ? (
          options
        ) : (
          <optgroup key={group.label} label={group.label}>
            {options}
          </optgroup>
        );
      })}
    </Choice>
  );
}
