import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { InlineSelect } from '../design/inline-select';
import { runnableDeploymentIds } from '../workspace/panes';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';

export interface PaneTitleProps {
  document: ArchitectureDocument;
  deployment: Deployment;
}

/** The name of a side; a choice where the document has more cuts than there are sides. */
export function PaneTitle({ document, deployment }: PaneTitleProps) {
  const { t, nameOf } = useText();
  const [leftId, rightId] = useWorkspace((state) => state.paneDeploymentIds);
  const showInPane = useWorkspace((state) => state.showInPane);
  const ids = runnableDeploymentIds(document);
  if (ids.length <= 2) return nameOf(deployment.name);
  const paneIndex = deployment.id === leftId ? 0 : 1;
  const otherId = paneIndex === 0 ? rightId : leftId;
  return (
    <InlineSelect
      label={t('pane.cut')}
      text={nameOf(deployment.name)}
      value={deployment.id}
      onChange={(id) => showInPane(paneIndex, id)}
    >
      {document.deployments
        .filter(({ id }) => ids.includes(id) && id !== otherId)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {nameOf(name)}
          </option>
        ))}
    </InlineSelect>
  );
}
