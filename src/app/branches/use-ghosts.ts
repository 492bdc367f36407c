import { useMemo } from 'react';
import type { Ghost } from '../../timeline/ghost';
import { isBesides, isSameLine, useBranches } from '../../workspace/branches';
import { useText } from '../../workspace/use-text';
import { useWorkspace } from '../../workspace/use-workspace';

/** The lines to draw behind those of the present run. */
export function useGhosts(): readonly Ghost[] {
  const { t } = useText();
  const branches = useBranches();
  const original = useWorkspace((state) => state.original);
  const document = useWorkspace((state) => state.document);
  const script = useWorkspace((state) => state.script);
  const seed = useWorkspace((state) => state.seed);
  const storyId = useWorkspace((state) => state.storyId);
  return useMemo(() => {
    const present = { original, document, script, seed, storyId };
    return branches
      .filter(
        (branch) =>
          branch.isGhost && isBesides(branch, present) && !isSameLine(branch.made, present),
      )
      .map(({ id, name, series }) => ({
        name: name ?? t('app.branch', { number: id }),
        series,
      }));
  }, [branches, original, document, script, seed, storyId, t]);
}
