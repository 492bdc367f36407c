import { useState } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { InlineSelect } from '../design/inline-select';
import { later } from '../design/later';
import { runnableDeploymentIds } from '../workspace/panes';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';

const CutName = later(async () => (await import('./recut/cut-name')).CutName);
/** No id of a deployment has a space. */
const renaming = 'a name';

export interface PaneTitleProps {
  document: ArchitectureDocument;
  deployment: Deployment;
}

/**
 * The name of a side; a choice where the document has more cuts than there are
 * sides. A cut of one's own can be given another name there.
 */
export function PaneTitle({ document, deployment }: PaneTitleProps) {
  const { t, nameOf } = useText();
  const [leftId, rightId] = useWorkspace((state) => state.paneDeploymentIds);
  const showInPane = useWorkspace((state) => state.showInPane);
  const original = useWorkspace((state) => state.original);
  const [isNaming, setNaming] = useState(false);
  const ids = runnableDeploymentIds(document);
  if (ids.length <= 2) return nameOf(deployment.name);
  const rename = t('pane.rename', { name: nameOf(deployment.name) });
  if (isNaming) {
    return <CutName deployment={deployment} label={rename} onDone={() => setNaming(false)} />;
  }
  const isOwn = !original.deployments.some(({ id }) => id === deployment.id);
  const paneIndex = deployment.id === leftId ? 0 : 1;
  const otherId = paneIndex === 0 ? rightId : leftId;
  return (
    <InlineSelect
      label={t('pane.cut')}
      text={nameOf(deployment.name)}
      value={deployment.id}
      onChange={(id) => (id === renaming ? setNaming(true) : showInPane(paneIndex, id))}
    >
      {document.deployments
        .filter(({ id }) => ids.includes(id) && id !== otherId)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {nameOf(name)}
          </option>
        ))}
      {isOwn && <option value={renaming}>{rename}</option>}
    </InlineSelect>
  );
}
