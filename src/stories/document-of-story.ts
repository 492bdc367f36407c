import type { ArchitectureDocument } from '../architecture/document';
import type { Story } from './story';

const told = new WeakMap<ArchitectureDocument, Map<Story, ArchitectureDocument>>();

/** The document with what happens in the story; the same object for the same two. */
export function documentOfStory(
  story: Story,
  document: ArchitectureDocument,
): ArchitectureDocument {
  const ofDocument = told.get(document) ?? new Map<Story, ArchitectureDocument>();
  told.set(document, ofDocument);
  const known = ofDocument.get(story);
  if (known !== undefined) return known;
  const timeline = [...document.timeline, ...story.timeline];
  const fresh = { ...document, timeline };
  ofDocument.set(story, fresh);
  return fresh;
}
