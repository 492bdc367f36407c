import type { ArchitectureDocument } from '../../architecture/document';
import { writeDocument } from '../../architecture/write-document';
import { saveFile } from '../../workspace/save-file';

/** Gives the reader the document, with all edits, as a file that the page opens again. */
export async function saveDocument(document: ArchitectureDocument): Promise<void> {
  const yaml = await writeDocument(document);
  saveFile(`${document.id}.yaml`, new Blob([yaml], { type: 'application/yaml' }));
}
