import { useState } from 'react';
import type { ArchitectureDocument, Deployment } from '../../architecture/document';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { originalArrivalRate } from '../../workspace/interventions';
import { useChartsText } from '../expanded/use-charts-text';
import { draftOf, happeningOf } from './block-draft';
import { BlockFields } from './block-fields';
import { draftFields } from './draft-fields';
import { draftProblems } from './draft-problems';
import type { Proposal } from './first-block';
import { TextField } from './form-inputs';
import type { LaneId } from './happening';
import type { LaneBlock } from './lane-blocks';
import { isShapeKind } from './pattern-draft';
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

/** A block in writing. What is wrong with it is said by the document's own rules, and it stays open. */
export function BlockForm(props: BlockFormProps) {
  const { lane, proposal, block, document, deployments, onSave, onRemove, onClose } = props;
  const text = useChartsText();
  const { c, writing } = text;
  const stated = originalArrivalRate(document);
  const [draft, setDraft] = useState(() =>
    draftOf(proposal.happening, proposal.deploymentId, stated, writing),
  );
  const [problems, setProblems] = useState<readonly string[]>([]);
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const scope = { document, deployments, isEvent: block?.home.kind === 'document', text };
  const opened = { before: proposal.happening, isEvent: scope.isEvent, stated };
  const fields = draftFields(lane, draft, opened);
  const save = () => {
    const drafted = happeningOf(draft, lane, proposal.happening, stated, writing);
    const found = draftProblems({ draft, fields, happening: drafted.happening }, document, text);
    setProblems(found);
    if (found.length === 0) onSave(drafted);
  };
  const isShape = lane === 'load' && isShapeKind(draft.kind);
  const end = fields.find(({ id }) => id === 'until');
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
        <BlockFields lane={lane} draft={draft} opened={opened} scope={scope} onChange={change} />
        <div className="block-times">
          <TextField
            label={c('lanes.form.from')}
            unit={c('lanes.form.seconds')}
            value={draft.from}
            onChange={(from) => change({ from })}
          />
          {end !== undefined && (
            <TextField
              label={c(end.key)}
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
