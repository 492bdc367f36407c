import type { ArchitectureDocument } from '../architecture/document';
import { writeAddress } from '../workspace/address';
import type { StoredSettings } from '../workspace/stored-settings';
import { addressOf, type Workspace, type WorkspaceState } from '../workspace/workspace';

/** Browsers limit how often an address changes: a slider that is dragged changes it now and then. */
const restMs = 400;

/**
 * Writes what the user makes and chooses into the address bar, so that
 * reloading it gives the same again. Left alone until something changes.
 * `place`: where in the browser the page was opened from, if it was.
 */
export function followAddress(
  workspace: Workspace,
  home: ArchitectureDocument,
  settings: StoredSettings,
  place: string | null,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenMs = Number.NEGATIVE_INFINITY;
  let ownPlace = place;
  let wasWhole = true;
  const write = async () => {
    writtenMs = performance.now();
    const state = workspace.getState();
    const [{ ownAddress }, { newPlace }] = await Promise.all([
      import('./sharing/own-address'),
      import('./sharing/stored-made'),
    ]);
    ownPlace ??= newPlace();
    const { address, isWhole } = await ownAddress(state, home, settings, ownPlace);
    // What has changed meanwhile is written in its turn.
    if (!isSameAddress(workspace.getState(), state)) return;
    writeAddressBar(address);
    if (wasWhole && !isWhole) state.notify({ key: 'notices.shared.unkept', values: {} });
    wasWhole = isWhole;
  };
  const stop = workspace.subscribe((state, before) => {
    if (isSameAddress(state, before)) return;
    clearTimeout(timer);
    // What is done now and then is written at once: whoever reloads next has it.
    timer = setTimeout(write, Math.max(0, writtenMs + restMs - performance.now()));
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
