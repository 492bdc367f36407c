/** The lines that the run has left: named, shown again, compared, and what else one may want to see. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { type TranslateBranches, translateBranchesInto } from '../../i18n/branches-text';
import { loadStory } from '../../stories/stories';
import { removeBranch, restoreBranch } from '../../workspace/branch-keeping';
import {
  type Branch,
  showBranches,
  useDeletedLines,
  useOtherLines,
} from '../../workspace/branches';
import { breakersOnShow, documentNow, switchBreakers } from '../../workspace/breakers';
import { madeOf } from '../../workspace/made';
import { useText } from '../../workspace/use-text';
import { useWorkspace, useWorkspaceStore } from '../../workspace/use-workspace';
import type { RunControl } from '../run-control';
import { branchName } from './branch-name';
import { BranchRow } from './branch-row';
import { CompareBranches } from './compare-branches';
import { UnreadBranches } from './unread-section';
import './branches-dialog.css';

export function BranchesDialog({ run }: { run: RunControl }) {
  const text = useText();
  const words = useMemo(() => translateBranchesInto(text.language), [text.language]);
  const workspace = useWorkspaceStore();
  const present = useWorkspace((state) => state);
  const branches = useOtherLines(present);
  const list = useRef<HTMLDivElement>(null);
  const deleted = useDeletedLines(present);
  // Of those that were deleted before the list was opened none asks for the focus.
  const [justDeletedId, setJustDeletedId] = useState<number | null>(null);
  const remove = (id: number) => {
    removeBranch(id);
    setJustDeletedId(id);
  };
  const restore = (id: number) => {
    restoreBranch(id);
    list.current?.focus();
  };
  const close = () => showBranches(false);
  const show = async (branch: Branch) => {
    const { positions: _places, ways: _ways, original: _same, ...made } = branch.made;
    const name = branchName(branch, present.document, text, words);
    close();
    try {
      if (made.storyId !== null) await loadStory(made.storyId);
    } catch {
      workspace.getState().notify({ key: 'notices.story', values: { value: made.storyId ?? '' } });
      return;
    }
    workspace.getState().make(() => made, { label: { key: 'history.branch', values: { name } } });
  };
  return (
    <Dialog title={words('branches.title')} closeLabel={text.t('app.close')} onClose={close}>
      <p>{words('branches.explanation')}</p>
      <div ref={list} tabIndex={-1}>
        {branches.length === 0 && <p>{words('branches.none')}</p>}
        {branches.length > 0 && (
          <ul className="branch-list">
            {branches.toReversed().map((branch) => (
              <BranchRow
                key={branch.id}
                branch={branch}
                words={words}
                onShow={() => void show(branch)}
                onDelete={() => remove(branch.id)}
              />
            ))}
          </ul>
        )}
      </div>
      <div role="status">
        <ul className="branches-deleted">
          {deleted.map((branch) => (
            <DeletedNote
              key={branch.id}
              name={branchName(branch, present.document, text, words)}
              isJustDeleted={branch.id === justDeletedId}
              words={words}
              onRestore={() => restore(branch.id)}
            />
          ))}
        </ul>
      </div>
      <SameBut words={words} onDone={close} />
      {branches.length > 0 && (
        <CompareBranches
          branches={branches}
          present={madeOf(present)}
          presentMs={run.playback.feed.current()?.timeMs ?? 0}
          words={words}
        />
      )}
      <UnreadBranches words={words} />
    </Dialog>
  );
}

interface DeletedNoteProps {
  name: string;
  isJustDeleted: boolean;
  words: TranslateBranches;
  onRestore(): void;
}

/** A line that was deleted can be had back: the focus goes there from its row. */
function DeletedNote({ name, isJustDeleted, words, onRestore }: DeletedNoteProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isJustDeleted) button.current?.focus();
  }, [isJustDeleted]);
  return (
    <li className="branch-deleted">
      {words('branches.deleted', { name })}
      <Button ref={button} onClick={onRestore}>
        {words('branches.restore')}
      </Button>
    </li>
  );
}

/** One click: the run as it is, from here on with or without its breakers. */
function SameBut({ words, onDone }: { words: TranslateBranches; onDone(): void }) {
  const { nameOf } = useText();
  const workspace = useWorkspaceStore();
  const document = useWorkspace((state) => state.document);
  const interventions = useWorkspace((state) => state.interventions);
  const paneDeploymentIds = useWorkspace((state) => state.paneDeploymentIds);
  const present = documentNow(document, interventions);
  const switches = breakersOnShow({ document: present, paneDeploymentIds });
  if (switches.length === 0) return null;
  return (
    <section className="branch-same">
      <h3 className="eyebrow">{words('branches.same')}</h3>
      {switches.map(({ deployment, isOn }) => (
        <Button
          key={deployment.id}
          onClick={() => {
            onDone();
            switchBreakers(workspace.getState(), deployment);
          }}
        >
          {words(isOn ? 'branches.breakers.off' : 'branches.breakers.on', {
            deployment: nameOf(deployment.name),
          })}
        </Button>
      ))}
    </section>
  );
}
