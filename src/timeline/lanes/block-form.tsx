import { useEffect, useRef, useState } from 'react';
import type { Deployment } from '../../architecture/document';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { useChartsText } from '../expanded/use-charts-text';
import { BlockFields } from './block-fields';
import { draftFields } from './draft-fields';
import { draftProblems } from './draft-problems';
import type { Proposal } from './first-block';
import { TextField } from './form-inputs';
import type { LaneId } from './happening';
import type { Course } from './held';
import type { LaneBlock } from './lane-blocks';
import { isShapeKind } from './pattern-draft';
import { useBlockDraft } from './use-block-draft';
import './block-form.css';

export interface BlockFormProps {
  lane: LaneId;
  proposal: Proposal;
  /** `null` where it is new. */
  block: LaneBlock | null;
  course: Course;
  deployments: readonly Deployment[];
  onSave(proposal: Proposal): void;
  onRemove(): void;
  onClose(): void;
}

/** A block in writing. What is wrong with it is said by the document's own rules, and it stays open. */
export function BlockForm(props: BlockFormProps) {
  const { lane, proposal, block, course, deployments, onSave, onRemove, onClose } = props;
  const { document } = course;
  const text = useChartsText();
  const { c, writing } = text;
  const isNew = block === null;
  const typed = useBlockDraft({ lane, proposal, isNew, course, writing });
  const { draft, change } = typed;
  const [problems, setProblems] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  // After the dialog has opened, which gives the focus to its first button.
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  const scope = { document, deployments, isEvent: block?.home.kind === 'document', text };
  const opened = { before: typed.before, isEvent: scope.isEvent, stated: typed.stated };
  const fields = draftFields(lane, draft, opened);
  const save = () => {
    const drafted = typed.drafted();
    const found = draftProblems({ draft, fields, happening: drafted.happening }, document, text);
    setProblems(found);
    if (found.length === 0) onSave(drafted);
  };
  const isShape = lane === 'load' && isShapeKind(draft.kind);
  const end = fields.find(({ id }) => id === 'until');
  return (
    <Dialog
      title={c(isNew ? `lanes.${lane}.add` : `lanes.${lane}`)}
      closeLabel={c('lanes.form.close')}
      onClose={onClose}
    >
      <form
        ref={form}
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
            {c(isNew ? 'lanes.form.add' : 'lanes.form.save')}
          </Button>
          {!isNew && <Button onClick={onRemove}>{c('lanes.form.remove')}</Button>}
        </div>
      </form>
    </Dialog>
  );
}
