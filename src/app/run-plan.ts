import type { ArchitectureDocument } from '../architecture/document';
import { documentOfStory } from '../stories/document-of-story';
import { storyById } from '../stories/stories';
import type { WorkspaceState } from '../workspace/workspace';

/** What is to be run, and for how long. */
export interface RunPlan {
  document: ArchitectureDocument;
  /** `null` for a run without an end. */
  durationMs: number | null;
}

/** The open story with what happens in it, or the document as it is, without end. */
export function runPlan(state: Pick<WorkspaceState, 'document' | 'storyId'>): RunPlan {
  const story = storyById(state.storyId);
  if (story === null) return { document: state.document, durationMs: null };
  return { document: documentOfStory(story, state.document), durationMs: story.durationMs };
}
