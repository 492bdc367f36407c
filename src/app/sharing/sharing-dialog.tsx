/** An address of the page as it is, or the code that embeds it; and the document as a file. */
import { useState } from 'react';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { Icon } from '../../design/icon';
import { type TranslateSharing, translateSharingInto } from '../../i18n/sharing-text';
import { useText } from '../../workspace/use-text';
import { useWorkspaceStore } from '../../workspace/use-workspace';
import { CopyField } from '../copy-field';
import { copyText } from '../copy-text';
import { embedCode } from '../embed-code';
import { saveDocument } from './save-document';
import type { ShareAddresses } from './share-addresses';
import './sharing-dialog.css';

export interface SharingDialogProps {
  kind: 'share' | 'embed';
  addresses: ShareAddresses;
  /** The whole address is on the clipboard already. */
  wasCopied: boolean;
  onClose(): void;
}

export function SharingDialog({ kind, addresses, wasCopied, onClose }: SharingDialogProps) {
  const { t, nameOf, language } = useText();
  const words = translateSharingInto(language);
  const workspace = useWorkspaceStore();
  const [choice, setChoice] = useState<keyof ShareAddresses>(
    kind === 'share' ? 'whole' : 'present',
  );
  const [isCopied, setIsCopied] = useState(wasCopied);
  const { document } = workspace.getState();
  const address = addresses[choice];
  const title = t('app.title', { document: nameOf(document.name) });
  const text = address === null || kind === 'share' ? address : embedCode(address, title);
  return (
    <Dialog title={words(`${kind}.title`)} closeLabel={t('app.close')} onClose={onClose}>
      <p>{words(`${kind}.explanation`)}</p>
      {addresses.whole !== addresses.present && (
        <Choice
          words={words}
          choice={choice}
          onChoose={(wanted) => {
            setChoice(wanted);
            setIsCopied(false);
          }}
        />
      )}
      {text === null ? (
        <p className="sharing-note">{words('sharing.tooLong')}</p>
      ) : (
        <>
          <CopyField
            label={words(`${kind}.text`)}
            text={text}
            rowCount={kind === 'share' ? 2 : 4}
          />
          <Button
            variant="primary"
            icon={<Icon name={isCopied ? 'check' : 'link'} />}
            onClick={async () => setIsCopied(await copyText(text))}
          >
            <span aria-live="polite">{words(isCopied ? 'sharing.copied' : `${kind}.copy`)}</span>
          </Button>
        </>
      )}
      <div className="sharing-file">
        <Button icon={<Icon name="open" />} onClick={() => void saveDocument(document)}>
          {words('sharing.save')}
        </Button>
        <span>{words('sharing.save.explanation')}</span>
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  words: TranslateSharing;
  choice: keyof ShareAddresses;
  onChoose(choice: keyof ShareAddresses): void;
}

function Choice({ words, choice, onChoose }: ChoiceProps) {
  return (
    <fieldset className="sharing-choice">
      <legend>{words('sharing.choice')}</legend>
      {(['whole', 'present'] as const).map((value) => (
        <label key={value}>
          <input
            type="radio"
            name="sharing-choice"
            checked={choice === value}
            onChange={() => onChoose(value)}
          />
          {words(`sharing.${value}`)}
        </label>
      ))}
    </fieldset>
  );
}
