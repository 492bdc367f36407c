import { lazy, Suspense, useCallback, useState } from 'react';
import { Button } from '../design/button';
import { Icon } from '../design/icon';
import { useText } from '../workspace/use-text';
import { useWorkspaceStore } from '../workspace/use-workspace';
import { usePageAction } from './commands/page-actions';
import { embedCode } from './embed-code';
import { pageAddress } from './share-button';

const EmbedDialog = lazy(async () => ({ default: (await import('./embed-dialog')).EmbedDialog }));

/** Shows the code that puts the present picture into another page. */
export function EmbedButton() {
  const { t, nameOf } = useText();
  const workspace = useWorkspaceStore();
  const [code, setCode] = useState<string | null>(null);
  const open = useCallback(() => {
    const state = workspace.getState();
    const title = t('app.title', { document: nameOf(state.document.name) });
    setCode(embedCode(pageAddress(state, true), title));
  }, [workspace, t, nameOf]);
  usePageAction('embed', open);
  return (
    <>
      <Button variant="primary" icon={<Icon name="code" />} onClick={open}>
        <span className="button-word">{t('app.embed')}</span>
      </Button>
      {code !== null && (
        <Suspense>
          <EmbedDialog code={code} onClose={() => setCode(null)} />
        </Suspense>
      )}
    </>
  );
}
