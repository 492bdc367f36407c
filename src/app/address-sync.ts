import type { ArchitectureDocument } from '../architecture/document';
import { writeAddress } from '../workspace/address';
import { addressOf, type Workspace, type WorkspaceState } from '../workspace/workspace';

/** A slider that is dragged changes the address once, when it comes to rest (browsers limit how often). */
const restMs = 400;

/**
 * Writes what the user changes into the address bar, so that reloading or
 * copying it gives the same picture. Left alone until something changes.
 */
export function followAddress(workspace: Workspace, home: ArchitectureDocument): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = workspace.subscribe((state, before) => {
    // An address leads to the page's own document; another one that was opened is not in it.
    if (state.document !== home || addressText(state) === addressText(before)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      writeAddressBar(addressText(workspace.getState()));
    }, restMs);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function writeAddressBar(search: string): void {
  const { pathname, hash } = window.location;
  try {
    window.history.replaceState(window.history.state, '', pathname + search + hash);
  } catch {
    // A frame without an origin of its own may not change its address: it stays as it was opened.
  }
}

function addressText(state: WorkspaceState): string {
  return writeAddress(addressOf(state));
}
