import { useState } from 'react';
import { describeProblem } from '../../architecture/describe-problem';
import type { ArchitectureDocument, Deployment } from '../../architecture/document';
import type { Problem } from '../../architecture/problem';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { originalArrivalRate } from '../../workspace/interventions';
import { type ChartsText, useChartsText } from '../expanded/use-charts-text';
import {
  type AmountKind,
  type BlockDraft,
  type DraftFaultKind,
  draftOf,
  faultAmounts,
  happeningOf,
} from './block-draft';
import { BlockFields } from './block-fields';
import { problemsWith } from './check-happening';
import type { Proposal } from './first-block';
import { TextField } from './form-inputs';
import { canEnd, type LaneId } from './happening';
import type { LaneBlock } from './lane-blocks';
import { type DraftShapeKind, isShapeKind } from './pattern-draft';
import './block-form.css';

export interface BlockFormProps {
  lane: LaneId;
  proposal: Proposal;
  /** `null` where it is new. */
  block: LaneBlock | null;
  document: ArchitectureDocument;
  deployments: readonly Deployment[];
  onSave(proposal: Proposal): void;
  onRemove(): void;
  onClose(): void;
}

/** Loads that are as they are until something else is done. */
const endless: readonly string[] = ['steady', 'points'];

/** A block in writing. What is wrong with it is said by the document's own rules, and it stays open. */
export function BlockForm(props: BlockFormProps) {
  const { lane, proposal, block, document, deployments, onSave, onRemove, onClose } = props;
  const text = useChartsText();
  const { c } = text;
  const stated = originalArrivalRate(document);
  const [draft, setDraft] = useState(() =>
    draftOf(proposal.happening, proposal.deploymentId, stated),
  );
  const [problems, setProblems] = useState<readonly string[]>([]);
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const scope = { document, deployments, isEvent: block?.home.kind === 'document', text };
  const save = () => {
    const drafted = happeningOf(draft, lane, proposal.happening, stated);
    const found = problemsWith(drafted.happening, document);
    setProblems(found.map((problem) => problemWords(problem, draft, text)));
    if (found.length === 0) onSave(drafted);
  };
  const isShape = lane === 'load' && isShapeKind(draft.kind);
  const hasEnd = isShape || (canEnd(proposal.happening) && !endless.includes(draft.kind));
  const untilKey =
    lane === 'releases'
      ? 'lanes.form.rollback'
      : isShape
        ? (`lanes.form.until.${draft.kind as DraftShapeKind}` as const)
        : 'lanes.form.until';
  return (
    <Dialog
      title={c(block === null ? `lanes.${lane}.add` : `lanes.${lane}`)}
      closeLabel={c('lanes.form.close')}
      onClose={onClose}
    >
      <form
        className="block-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <BlockFields lane={lane} draft={draft} scope={scope} onChange={change} />
        <div className="block-times">
          <TextField
            label={c('lanes.form.from')}
            unit={c('lanes.form.seconds')}
            value={draft.from}
            onChange={(from) => change({ from })}
          />
          {hasEnd && (
            <TextField
              label={c(untilKey)}
              unit={
                isShape
                  ? c('lanes.form.seconds')
                  : `${c('lanes.form.seconds')} (${c('lanes.form.lasts')})`
              }
              value={draft.until}
              onChange={(until) => change({ until })}
            />
          )}
        </div>
        {problems.length > 0 && (
          <ul role="alert" className="block-problems">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
        <div className="block-actions">
          <Button type="submit" variant="primary">
            {c(block === null ? 'lanes.form.add' : 'lanes.form.save')}
          </Button>
          {block !== null && <Button onClick={onRemove}>{c('lanes.form.remove')}</Button>}
        </div>
      </form>
    </Dialog>
  );
}

/** The fields of an event under the names that they have in the form. */
function problemWords(problem: Problem, { kind }: BlockDraft, { c, language }: ChartsText): string {
  const isTurned = problem.code === 'until-before' || problem.code === 'pattern-order';
  if (isTurned || (isShapeKind(kind) && problem.path === 'over')) return c('lanes.form.order');
  const amount = faultAmounts[kind as DraftFaultKind] ?? null;
  const names: Record<string, string> = {
    atMs: c('lanes.form.from'),
    untilMs: c('lanes.form.until'),
    rollbackAtMs: c('lanes.form.rollback'),
    replicas: c('lanes.form.replicas'),
    concurrency: c('lanes.form.concurrency'),
    'load.factor': c('lanes.form.factor'),
    'load.arrivalRatePerSecond': c('lanes.form.rate'),
    factor: c('lanes.form.rate'),
    over: c('lanes.form.until'),
    'policy.timeoutMs': c('lanes.form.timeout'),
    'policy.retries.max': c('lanes.form.retries'),
    ...(amount === null
      ? {}
      : {
          [amount.field]: c(`lanes.form.${kind as AmountKind}.amount`),
          [`fault.${amount.field}`]: c(`lanes.form.${kind as AmountKind}.amount`),
        }),
  };
  return describeProblem({ ...problem, path: names[problem.path] ?? problem.path }, language);
}
