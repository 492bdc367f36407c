import type { ArchitectureDocument } from '../architecture/document';
import { Button } from '../design/button';
import { Icon } from '../design/icon';
import { useText } from '../workspace/use-text';
import { usePageAction } from './commands/page-actions';
import { useSharing } from './sharing/use-sharing';

/** Copies the address of the present picture, and shows what else can be handed on. */
export function ShareButton({ home }: { home: ArchitectureDocument }) {
  const { t } = useText();
  const { share, dialog } = useSharing('share', home);
  usePageAction('share', share);
  return (
    <>
      <Button icon={<Icon name="link" />} onClick={share}>
        <span className="button-word">{t('app.share')}</span>
      </Button>
      {dialog}
    </>
  );
}
