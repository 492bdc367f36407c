import type { ArchitectureDocument } from '../architecture/document';
import { writeAddress } from '../workspace/address';
import type { StoredSettings } from '../workspace/stored-settings';
import { addressOf, type Workspace, type WorkspaceState } from '../workspace/workspace';
import { ownAddress } from './sharing/own-address';
import { madeAddressOf, queryOf } from './sharing/shared-made';
import { newPlace } from './sharing/stored-made';
import { keepUnwritten } from './unwritten';

/** Browsers limit how often an address changes: a slider that is dragged changes it now and then. */
const restMs = 400;

/**
 * Writes what the user makes and chooses into the address bar, so that
 * reloading it gives the same again. Left alone until something changes.
 * `place`: where in the browser the page was opened from, if it was. `written`: the state
 * of which the address speaks, if it does.
 */
export function followAddress(
  workspace: Workspace,
  home: ArchitectureDocument,
  settings: StoredSettings,
  place: string | null,
  written: WorkspaceState | null,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenMs = Number.NEGATIVE_INFINITY;
  const ownPlace = place ?? newPlace();
  let wasWhole = true;
  let isBehind = written === null || !isSameAddress(workspace.getState(), written);
  const write = async () => {
    writtenMs = performance.now();
    const state = workspace.getState();
    const { address, isWhole } = await ownAddress(state, home, settings, ownPlace);
    // What has changed meanwhile is written in its turn.
    if (!isSameAddress(workspace.getState(), state)) return;
    writeAddressBar(address);
    isBehind = false;
    keepUnwritten(null);
    if (wasWhole && !isWhole) state.notify({ key: 'notices.shared.unkept', values: {} });
    wasWhole = isWhole;
  };
  workspace.subscribe((state, before) => {
    if (isSameAddress(state, before)) return;
    isBehind = true;
    clearTimeout(timer);
    // What is done now and then is written at once: whoever reloads next has it.
    timer = setTimeout(write, Math.max(0, writtenMs + restMs - performance.now()));
  });
  const leave = () => {
    if (!isBehind) return;
    const made = madeAddressOf(workspace.getState(), home);
    keepUnwritten({ search: queryOf(made), made: made.shared ?? { version: 1 }, place: ownPlace });
  };
  window.addEventListener('pagehide', leave);
  // A telephone ends a page that is out of sight without another word.
  window.document.addEventListener('visibilitychange', leave);
  if (isBehind) void write();
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
