import { useCallback, useEffect, useRef, useState } from 'react';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { later } from '../design/later';
import { loadFurtherTexts } from '../i18n/catalogue';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { usePageAction } from './commands/page-actions';
import type { Refusal } from './refusal-dialog';

// What reads them comes with the first one.
const loadReader = () => import('./open-document');
// Files are mostly fine.
const RefusalDialog = later(async () => {
  const [{ RefusalDialog: dialog }] = await Promise.all([
    import('./refusal-dialog'),
    loadFurtherTexts(),
  ]);
  return dialog;
});

/** Opens a document of one's own, chosen, dropped onto the page or pasted into it, and says everything that is wrong with it. */
export function DocumentOpener() {
  const { t } = useText();
  const inputRef = useRef<HTMLInputElement>(null);
  const open = useWorkspace((state) => state.openDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const read = useCallback(
    async (file: File) => {
      try {
        const { openDocument } = await loadReader();
        const opened = await openDocument(file);
        if (opened.ok) open(opened.document);
        setRefusal(opened.ok ? null : { fileName: file.name, problems: opened.problems });
      } catch {
        setRefusal({ fileName: file.name, problems: null });
      }
    },
    [open],
  );
  useGivenFile(read);
  const choose = useCallback(() => inputRef.current?.click(), []);
  usePageAction('open', choose);
  return (
    <>
      <IconButton
        className="document-opener"
        label={t('app.open')}
        icon={<Icon name="open" />}
        onClick={choose}
      />
      <input
        ref={inputRef}
        type="file"
        hidden
        accept=".yaml,.yml,.json,application/json,application/yaml"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) read(file);
          // The same file, corrected, can be chosen again.
          event.target.value = '';
        }}
      />
      {refusal !== null && <RefusalDialog {...refusal} onClose={() => setRefusal(null)} />}
    </>
  );
}

function useGivenFile(onFile: (file: File) => void): void {
  useEffect(() => {
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      onFile(file);
    };
    const paste = async ({ target, clipboardData }: ClipboardEvent) => {
      const [given, text] = [clipboardData?.files[0], clipboardData?.getData('text') ?? ''];
      const file = given ?? (await loadReader()).pastedDocument(text, target);
      if (file !== null) onFile(file);
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [onFile]);
}
