import { useMemo } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { useWorkspace } from '../workspace/use-workspace';

export function deploymentOf(document: ArchitectureDocument, deploymentId: string): Deployment {
  const deployment = document.deployments.find(({ id }) => id === deploymentId);
  if (deployment === undefined) throw new Error(`${document.id} has no deployment ${deploymentId}`);
  return deployment;
}

/** The deployments on the left and on the right; twice the same where the document has only one. */
export function usePaneDeployments(): readonly [Deployment, Deployment] {
  const document = useWorkspace((state) => state.document);
  const [leftId, rightId] = useWorkspace((state) => state.paneDeploymentIds);
  return useMemo(
    () => [deploymentOf(document, leftId), deploymentOf(document, rightId)] as const,
    [document, leftId, rightId],
  );
}
