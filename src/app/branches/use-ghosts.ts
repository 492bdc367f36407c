import { useMemo } from 'react';
import type { Ghost } from '../../timeline/ghost';
import { isSameLine, useBranches } from '../../workspace/branches';
import { useText } from '../../workspace/use-text';
import { useWorkspace } from '../../workspace/use-workspace';

/** The lines to draw behind those of the present run. */
export function useGhosts(): readonly Ghost[] {
  const { t } = useText();
  const branches = useBranches();
  const document = useWorkspace((state) => state.document);
  const script = useWorkspace((state) => state.script);
  const seed = useWorkspace((state) => state.seed);
  const storyId = useWorkspace((state) => state.storyId);
  return useMemo(() => {
    const present = { document, script, seed, storyId };
    return branches
      .filter(({ isGhost, made }) => isGhost && !isSameLine(made, present))
      .map(({ id, name, series }) => ({
        name: name ?? t('app.branch', { number: id }),
        series,
      }));
  }, [branches, document, script, seed, storyId, t]);
}
