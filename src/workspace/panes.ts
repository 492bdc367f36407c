/** Which deployments of a document stand side by side. */
import type { ArchitectureDocument } from '../architecture/document';
import type { Made } from './made';

/** Those that can be shown: a deployment without units is not written out yet. */
export function runnableDeploymentIds({ deployments }: ArchitectureDocument): string[] {
  return deployments.filter(({ units }) => units.length > 0).map(({ id }) => id);
}

/** What a document is opened with: its first two deployments. */
export function freshPanes(
  document: ArchitectureDocument,
): Pick<Made, 'paneDeploymentIds' | 'view'> {
  const ids = runnableDeploymentIds(document);
  return {
    paneDeploymentIds: [ids[0], ids[1] ?? ids[0]],
    view: ids.length > 1 ? 'both' : ids[0],
  };
}
