/** The lines that the run has left: named, shown again, compared, and what else one may want to see. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { type TranslateBranches, translateBranchesInto } from '../../i18n/branches-text';
import { loadStory } from '../../stories/stories';
import { removeBranch } from '../../workspace/branch-keeping';
import { type Branch, showBranches, useOtherLines } from '../../workspace/branches';
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
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const restore = () => {
    deleted?.restore();
    setDeleted(null);
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
                onDelete={(name) =>
                  setDeleted({ id: branch.id, name, restore: removeBranch(branch.id) })
                }
              />
            ))}
          </ul>
        )}
      </div>
      {deleted !== null && (
        <DeletedNote key={deleted.id} deleted={deleted} words={words} onRestore={restore} />
      )}
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

interface Deleted {
  readonly id: number;
  readonly name: string;
  restore(): void;
}

/** A line that was deleted can be had back as long as the list is open: the focus goes there from its row. */
function DeletedNote({
  deleted,
  words,
  onRestore,
}: {
  deleted: Deleted;
  words: TranslateBranches;
  onRestore(): void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <p role="status" className="branch-deleted">
      {words('branches.deleted', { name: deleted.name })}
      <Button ref={button} onClick={onRestore}>
        {words('branches.restore')}
      </Button>
    </p>
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
