import { type ReactNode, useCallback, useState } from 'react';
import type { ArchitectureDocument } from '../../architecture/document';
import { later } from '../../design/later';
import { useWorkspaceStore } from '../../workspace/use-workspace';
import { copyText } from '../copy-text';
import type { ShareAddresses } from './share-addresses';

const SharingDialog = later(async () => (await import('./sharing-dialog')).SharingDialog);

interface Shared {
  addresses: ShareAddresses;
  wasCopied: boolean;
}

/** Hands on the page as it is: `share` works the address out (and copies a link at once), `dialog` shows it. */
export function useSharing(
  kind: 'share' | 'embed',
  home: ArchitectureDocument,
): { share: () => void; dialog: ReactNode } {
  const workspace = useWorkspaceStore();
  const [shared, setShared] = useState<Shared | null>(null);
  const share = useCallback(async () => {
    const { shareAddresses } = await import('./share-addresses');
    const addresses = await shareAddresses(workspace.getState(), home, kind === 'embed');
    const isLink = kind === 'share' && addresses.whole !== null;
    const wasCopied = isLink && (await copyText(addresses.whole ?? ''));
    setShared({ addresses, wasCopied });
  }, [workspace, home, kind]);
  const dialog = shared !== null && (
    <SharingDialog kind={kind} {...shared} onClose={() => setShared(null)} />
  );
  return { share, dialog };
}
