import { useCallback, useState } from 'react';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Icon } from '../design/icon';
import { useText } from '../workspace/use-text';
import { useWorkspaceStore } from '../workspace/use-workspace';
import { usePageAction } from './commands/page-actions';
import { CopyField } from './copy-field';
import { copyText } from './copy-text';
import { embedCode } from './embed-code';
import { pageAddress } from './share-button';

/** Shows the code that puts the present picture into another page. */
export function EmbedButton() {
  const { t, nameOf } = useText();
  const workspace = useWorkspaceStore();
  const [code, setCode] = useState<string | null>(null);
  const [isCopied, setIsCopied] = useState(false);
  const open = useCallback(() => {
    const state = workspace.getState();
    const title = t('app.title', { document: nameOf(state.document.name) });
    setIsCopied(false);
    setCode(embedCode(pageAddress(state, true), title));
  }, [workspace, t, nameOf]);
  usePageAction('embed', open);
  return (
    <>
      <Button variant="primary" icon={<Icon name="code" />} onClick={open}>
        <span className="button-word">{t('app.embed')}</span>
      </Button>
      {code !== null && (
        <Dialog
          title={t('app.embed.title')}
          closeLabel={t('app.close')}
          onClose={() => setCode(null)}
        >
          <p>{t('app.embed.explanation')}</p>
          <CopyField label={t('app.embed.code')} text={code} rowCount={4} />
          <Button
            variant="primary"
            icon={<Icon name={isCopied ? 'check' : 'link'} />}
            onClick={async () => setIsCopied(await copyText(code))}
          >
            {isCopied ? t('app.embed.copied') : t('app.embed.copy')}
          </Button>
        </Dialog>
      )}
    </>
  );
}
