/** What a user makes: what an undo brings back, and a run follows from. How the page is looked at is no part of it. */
import type { ArchitectureDocument } from '../architecture/document';
import type { Script } from '../simulation/script';
import type { View } from './address';
import type { Positions } from './positions';
import type { Ways } from './ways';

export interface Made {
  /** The document as it was opened. */
  readonly original: ArchitectureDocument;
  /** The document with the user's edits; the same object as `original` while there are none. */
  readonly document: ArchitectureDocument;
  readonly script: Script;
  readonly positions: Positions;
  readonly ways: Ways;
  /** The deployments shown on the left and on the right. */
  readonly paneDeploymentIds: readonly [string, string];
  readonly view: View;
  readonly seed: number;
  readonly storyId: string | null;
}

export function madeOf(state: Made): Made {
  const { original, document, script, positions, ways, paneDeploymentIds, view, seed, storyId } =
    state;
  return { original, document, script, positions, ways, paneDeploymentIds, view, seed, storyId };
}
