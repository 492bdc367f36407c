import type { ArchitectureDocument } from '../architecture/document';
import { Button } from '../design/button';
import { Icon } from '../design/icon';
import { useText } from '../workspace/use-text';
import { usePageAction } from './commands/page-actions';
import { useSharing } from './sharing/use-sharing';

/** Shows the code that puts the present picture into another page. */
export function EmbedButton({ home }: { home: ArchitectureDocument }) {
  const { t } = useText();
  const { share, dialog } = useSharing('embed', home);
  usePageAction('embed', share);
  return (
    <>
      <Button variant="primary" icon={<Icon name="code" />} onClick={share}>
        <span className="button-word">{t('app.embed')}</span>
      </Button>
      {dialog}
    </>
  );
}
