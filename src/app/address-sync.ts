import type { ArchitectureDocument } from '../architecture/document';
import { writeAddress } from '../workspace/address';
import type { StoredSettings } from '../workspace/stored-settings';
import { addressOf, type Workspace, type WorkspaceState } from '../workspace/workspace';

/** A slider that is dragged changes the address once, when it comes to rest (browsers limit how often). */
const restMs = 400;

/**
 * Writes what the user makes and chooses into the address bar, so that
 * reloading it gives the same again. Left alone until something changes.
 */
export function followAddress(
  workspace: Workspace,
  home: ArchitectureDocument,
  settings: StoredSettings,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async () => {
    const state = workspace.getState();
    const { ownAddress } = await import('./sharing/own-address');
    const address = await ownAddress(state, home, settings);
    // What has changed meanwhile is written in its turn.
    if (isSameAddress(workspace.getState(), state)) writeAddressBar(address);
  };
  const stop = workspace.subscribe((state, before) => {
    if (isSameAddress(state, before)) return;
    clearTimeout(timer);
    timer = setTimeout(write, restMs);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function writeAddressBar(address: string): void {
  try {
    window.history.replaceState(window.history.state, '', window.location.pathname + address);
  } catch {
    // A frame without an origin of its own may not change its address: it stays as it was opened.
  }
}

function isSameAddress(one: WorkspaceState, other: WorkspaceState): boolean {
  return (
    one.original === other.original &&
    one.document === other.document &&
    one.script === other.script &&
    one.paneDeploymentIds === other.paneDeploymentIds &&
    writeAddress(addressOf(one)) === writeAddress(addressOf(other))
  );
}
