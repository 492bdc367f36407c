import { Button } from '../../design/button';
import { later } from '../../design/later';
import { showBranches, useBranchesOpen, useOtherLines } from '../../workspace/branches';
import { useText } from '../../workspace/use-text';
import { useWorkspace } from '../../workspace/use-workspace';
import type { RunControl } from '../run-control';

const BranchesDialog = later(async () => (await import('./branches-dialog')).BranchesDialog);

/** Opens the list of the lines that the run has left. */
export function BranchesButton({ run }: { run: RunControl }) {
  const { t } = useText();
  const { length } = useOtherLines(useWorkspace((state) => state));
  const isOpen = useBranchesOpen();
  return (
    <>
      <Button variant="quiet" onClick={() => showBranches(true)}>
        {length === 0 ? t('app.branches.none') : t('app.branches', { number: length })}
      </Button>
      {isOpen && <BranchesDialog run={run} />}
    </>
  );
}
