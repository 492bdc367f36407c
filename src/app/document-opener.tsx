import { useCallback, useEffect, useRef, useState } from 'react';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { later } from '../design/later';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { usePageAction } from './commands/page-actions';
import { openDocument } from './open-document';
import type { Refusal } from './refusal-dialog';

// Files are mostly fine.
const RefusalDialog = later(async () => (await import('./refusal-dialog')).RefusalDialog);

/** Opens a document of one's own, chosen, dropped onto the page or pasted into it, and says everything that is wrong with it. */
export function DocumentOpener() {
  const { t } = useText();
  const inputRef = useRef<HTMLInputElement>(null);
  const open = useWorkspace((state) => state.openDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const read = useCallback(
    async (file: File) => {
      try {
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

/** What is pasted into a field belongs there. */
const takesText = 'input, textarea, select, dialog *';

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
    const paste = ({ target, clipboardData }: ClipboardEvent) => {
      if (target instanceof Element && target.closest(takesText)) return;
      const text = clipboardData?.getData('text') ?? '';
      const file = clipboardData?.files[0] ?? new File([text], 'clipboard.yaml');
      if (clipboardData?.files[0] || isMeantAsDocument(text)) onFile(file);
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

/** Whoever pastes a word or an address by mistake is not told what is wrong with it. */
function isMeantAsDocument(text: string): boolean {
  return text.includes('modules') || text.includes('deployments');
}
