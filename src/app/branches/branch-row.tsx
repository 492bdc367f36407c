import { useId } from 'react';
import { Button, IconButton } from '../../design/button';
import { Icon } from '../../design/icon';
import type { TranslateBranches } from '../../i18n/branches-text';
import { changeBranch, removeBranch } from '../../workspace/branch-keeping';
import type { Branch } from '../../workspace/branches';
import { useText } from '../../workspace/use-text';
import { useWorkspace } from '../../workspace/use-workspace';
import { branchName } from './branch-name';

export interface BranchRowProps {
  branch: Branch;
  words: TranslateBranches;
  onShow(): void;
}

/** One line: its name, which can be written over, and what can be done with it. */
export function BranchRow({ branch, words, onShow }: BranchRowProps) {
  const text = useText();
  const document = useWorkspace((state) => state.document);
  const seed = useWorkspace((state) => state.seed);
  const nameId = useId();
  const { id, leftAtMs, isGhost } = branch;
  const name = branchName(branch, document, text, words);
  return (
    <li className="branch-row">
      <label htmlFor={nameId} className="visually-hidden">
        {words('branches.rename')}
      </label>
      <input
        id={nameId}
        className="branch-name"
        type="text"
        maxLength={80}
        value={name}
        onChange={({ target }) =>
          changeBranch(id, { name: target.value === '' ? null : target.value })
        }
      />
      <span className="branch-since">
        {leftAtMs === 0
          ? words('branches.fromStart')
          : words('branches.from', { time: text.format.clock(leftAtMs) })}
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
        onClick={() => removeBranch(id)}
      />
    </li>
  );
}
