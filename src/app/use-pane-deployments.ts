import { useMemo } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { useWorkspace } from '../workspace/use-workspace';

function deploymentOf(document: ArchitectureDocument, deploymentId: string): Deployment {
  const deployment = document.deployments.find(({ id }) => id === deploymentId);
  if (deployment === undefined) throw new Error(`${document.id} has no deployment ${deploymentId}`);
  return deployment;
}

/** The deployments on the left and on the right; a document with only one has only one side. */
export function usePaneDeployments(): readonly [Deployment, ...Deployment[]] {
  const document = useWorkspace((state) => state.document);
  const [leftId, rightId] = useWorkspace((state) => state.paneDeploymentIds);
  return useMemo(() => {
    const left = deploymentOf(document, leftId);
    return leftId === rightId ? [left] : [left, deploymentOf(document, rightId)];
  }, [document, leftId, rightId]);
}
