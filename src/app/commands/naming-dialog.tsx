import { useEffect, useRef } from 'react';
import { Dialog } from '../../design/dialog';
import { useText } from '../../workspace/use-text';
import { useWorkspace } from '../../workspace/use-workspace';
import { CutName } from '../recut/cut-name';

export interface NamingDialogProps {
  deploymentId: string;
  onClose(): void;
}

/** Asks for another name for a cut of one's own, wherever it is shown or not. */
export function NamingDialog({ deploymentId, onClose }: NamingDialogProps) {
  const { t, nameOf } = useText();
  const sheet = useRef<HTMLDivElement>(null);
  const deployment = useWorkspace(({ document }) =>
    document.deployments.find(({ id }) => id === deploymentId),
  );
  // After the dialog has opened, which gives the focus to its first button.
  useEffect(() => sheet.current?.querySelector('input')?.select(), []);
  if (deployment === undefined) return null;
  const label = t('pane.rename', { name: nameOf(deployment.name) });
  return (
    <Dialog title={label} closeLabel={t('app.close')} onClose={onClose}>
      <div ref={sheet} className="naming">
        <CutName deployment={deployment} label={label} onDone={onClose} />
      </div>
    </Dialog>
  );
}
