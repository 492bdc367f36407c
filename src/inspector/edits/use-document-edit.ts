import { checkDocument } from '../../architecture/check-document';
import { describeProblem } from '../../architecture/describe-problem';
import type { ArchitectureDocument, LocalizedText } from '../../architecture/document';
import { type SettingsKey, settingsCatalogues } from '../../i18n/settings-text';
import { useText } from '../../workspace/use-text';
import { useWorkspace } from '../../workspace/use-workspace';

export type DocumentChange = (document: ArchitectureDocument) => ArchitectureDocument;

export interface DocumentEdit {
  document: ArchitectureDocument;
  /** As it was opened. */
  original: ArchitectureDocument;
  /** What would be wrong with the changed document, in a sentence; `null` where it may be so. */
  problemWith(change: DocumentChange): string | null;
  /** One step of the history, named after the field and the part that it belongs to. What would be wrong is not done. */
  edit(change: DocumentChange, field: SettingsKey, name: LocalizedText): void;
}

/** Changes of the document itself: the run is computed anew under it, up to the present instant. */
export function useDocumentEdit(): DocumentEdit {
  const { language } = useText();
  const document = useWorkspace((state) => state.document);
  const original = useWorkspace((state) => state.original);
  const editDocument = useWorkspace((state) => state.editDocument);
  const problemWith = (change: DocumentChange) => {
    const checked = checkDocument(change(document));
    const problem = checked.ok ? undefined : checked.problems[0];
    return problem === undefined ? null : describeProblem({ ...problem, path: '' }, language);
  };
  return {
    document,
    original,
    problemWith,
    edit: (change, field, name) => {
      if (problemWith(change) !== null) return;
      editDocument(change, {
        label: { key: 'history.editField', values: { field: fieldName(field), name } },
        mergeKey: `${field} ${name.en}`,
      });
    },
  };
}

function fieldName(field: SettingsKey): LocalizedText {
  const [es, en] = [settingsCatalogues.es[field], settingsCatalogues.en[field]];
  return {
    es: typeof es === 'string' ? es : es.other,
    en: typeof en === 'string' ? en : en.other,
  };
}
