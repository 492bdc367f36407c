import type { ArchitectureDocument } from './document';

/** The longest value that is written on one line, characters. */
const lineLengthMax = 90;

/** A document as YAML that `readDocument` reads back, every default written out. What writes it is loaded with the first one. */
export async function writeDocument(document: ArchitectureDocument): Promise<string> {
  const { Document, isCollection, visit } = await import('yaml');
  const yaml = new Document(document, { aliasDuplicateObjects: false });
  visit(yaml, {
    Node(_key, node) {
      if (!isCollection(node)) return undefined;
      const isShort = JSON.stringify(node.toJSON()).length <= lineLengthMax;
      if (isShort) node.flow = true;
      return isShort ? visit.SKIP : undefined;
    },
  });
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: true });
}
