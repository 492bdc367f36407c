import { lazy, Suspense } from 'react';
import { Button } from '../../design/button';
import { showBranches, useBranchesOpen, useOtherLines } from '../../workspace/branches';
import { useText } from '../../workspace/use-text';
import { useWorkspace } from '../../workspace/use-workspace';
import type { RunControl } from '../run-control';

const BranchesDialog = lazy(async () => ({
  default: (await import('./branches-dialog')).BranchesDialog,
}));

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
      {isOpen && (
        <Suspense>
          <BranchesDialog run={run} />
        </Suspense>
      )}
    </>
  );
}
