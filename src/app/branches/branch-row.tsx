import { useId, useState } from 'react';
import { Button, IconButton } from '../../design/button';
import { Icon } from '../../design/icon';
import type { TranslateBranches } from '../../i18n/branches-text';
import { changeBranch } from '../../workspace/branch-keeping';
import { type Branch, partingMs } from '../../workspace/branches';
import { useText } from '../../workspace/use-text';
import { useWorkspace } from '../../workspace/use-workspace';
import { branchName } from './branch-name';

export interface BranchRowProps {
  branch: Branch;
  words: TranslateBranches;
  onShow(): void;
  onDelete(): void;
}

/** One line: its name, which can be written over, and what can be done with it. */
export function BranchRow({ branch, words, onShow, onDelete }: BranchRowProps) {
  const text = useText();
  const present = useWorkspace((state) => state);
  const { document, seed } = present;
  const nameId = useId();
  const { id, isGhost } = branch;
  // From the line on show, which need not be the one that it was left for.
  const partsAtMs = partingMs(branch.made, present);
  const name = branchName(branch, document, text, words);
  return (
    <li className="branch-row">
      <label htmlFor={nameId} className="visually-hidden">
        {words('branches.rename')}
      </label>
      <NameInput
        id={nameId}
        name={name}
        onChange={(typed) => changeBranch(id, { name: typed === '' ? null : typed })}
      />
      <span className="branch-since">
        {partsAtMs === 0
          ? words('branches.fromStart')
          : words('branches.from', { time: text.format.clock(partsAtMs) })}
        {branch.made.seed !== seed && `, ${words('branches.seed', { seed: branch.made.seed })}`}
      </span>
      <label className="branch-ghost">
        <input
          type="checkbox"
          checked={isGhost}
          onChange={({ target }) => changeBranch(id, { isGhost: target.checked })}
        />
        {words('branches.ghost')}
      </label>
      <Button onClick={onShow}>{words('branches.show')}</Button>
      <IconButton
        label={words('branches.delete', { name })}
        icon={<Icon name="close" />}
        onClick={onDelete}
      />
    </li>
  );
}

interface NameInputProps {
  id: string;
  name: string;
  onChange(typed: string): void;
}

/** What is typed counts with Enter or when the field is left; Escape drops it, and the list stays open. */
function NameInput({ id, name, onChange }: NameInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    if (typed !== null && typed.trim() !== name) onChange(typed.trim());
    setTyped(null);
  };
  return (
    <input
      id={id}
      className="branch-name"
      type="text"
      maxLength={80}
      value={typed ?? name}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key !== 'Escape' || typed === null) return;
        event.preventDefault();
        setTyped(null);
      }}
    />
  );
}
