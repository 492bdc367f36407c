import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Button } from '../design/button';
import { Icon } from '../design/icon';
import { writeAddress } from '../workspace/address';
import { useText } from '../workspace/use-text';
import { useWorkspaceStore } from '../workspace/use-workspace';
import { addressOf, type WorkspaceState } from '../workspace/workspace';
import { usePageAction } from './commands/page-actions';
import { copyText } from './copy-text';

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog')).ShareDialog }));

const confirmationMs = 2500;

/** The whole address under which the present picture opens again. */
export function pageAddress(state: WorkspaceState, isEmbed: boolean): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${writeAddress(addressOf(state, isEmbed))}`;
}

/** Copies the address of the present picture; shows it where copying is not allowed. */
export function ShareButton() {
  const { t } = useText();
  const workspace = useWorkspaceStore();
  const [isCopied, setIsCopied] = useState(false);
  const [shownAddress, setShownAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), confirmationMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const share = useCallback(async () => {
    const address = pageAddress(workspace.getState(), false);
    if (await copyText(address)) setIsCopied(true);
    else setShownAddress(address);
  }, [workspace]);
  usePageAction('share', share);
  return (
    <>
      <Button icon={<Icon name={isCopied ? 'check' : 'link'} />} onClick={share}>
        <span className="button-word" aria-live="polite">
          {isCopied ? t('app.share.done') : t('app.share')}
        </span>
      </Button>
      {shownAddress !== null && (
        <Suspense>
          <ShareDialog address={shownAddress} onClose={() => setShownAddress(null)} />
        </Suspense>
      )}
    </>
  );
}
