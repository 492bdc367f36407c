import { Dialog } from '../design/dialog';
import { useText } from '../workspace/use-text';
import { CopyField } from './copy-field';

/** The address itself, where the browser does not let it be copied. */
export function ShareDialog({ address, onClose }: { address: string; onClose(): void }) {
  const { t } = useText();
  return (
    <Dialog title={t('app.share')} closeLabel={t('app.close')} onClose={onClose}>
      <CopyField label={t('app.share.failed')} text={address} rowCount={2} />
    </Dialog>
  );
}
