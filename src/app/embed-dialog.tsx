import { useState } from 'react';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Icon } from '../design/icon';
import { useText } from '../workspace/use-text';
import { CopyField } from './copy-field';
import { copyText } from './copy-text';

export interface EmbedDialogProps {
  code: string;
  onClose(): void;
}

/** The code that puts the present picture into another page, to be copied. */
export function EmbedDialog({ code, onClose }: EmbedDialogProps) {
  const { t } = useText();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Dialog title={t('app.embed.title')} closeLabel={t('app.close')} onClose={onClose}>
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
  );
}
