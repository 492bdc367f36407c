/** What letting go of a part of the diagram does to the cut. Cutting loads when somebody cuts. */
import { useCallback } from 'react';
import type { PartDrop } from '../../canvas/part-drop';
import { useWorkspaceStore } from '../../workspace/use-workspace';

export function useRecutDrop(deploymentId: string): (drop: PartDrop) => void {
  const workspace = useWorkspaceStore();
  return useCallback(
    async (drop: PartDrop) => {
      const { recutByDrop } = await import('./recut-action');
      await recutByDrop(workspace, deploymentId, drop);
    },
    [workspace, deploymentId],
  );
}
