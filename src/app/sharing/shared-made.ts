/** What the user has made, as an address or the browser's storage carries it. */
import type { ArchitectureDocument } from '../../architecture/document';
import type { Script } from '../../simulation/script';
import { type Address, writeAddress } from '../../workspace/address';
import type { Interventions } from '../../workspace/interventions';
import type { Made } from '../../workspace/made';
import { freshPanes } from '../../workspace/panes';
import { interventionsAt } from '../../workspace/script';
import { addressOf, type WorkspaceState } from '../../workspace/workspace';

/** What is not there is as the page opens by itself. */
export interface SharedMade {
  readonly version: 1;
  /** The document as it was opened, where it is not the page's own. */
  readonly original?: ArchitectureDocument;
  /** The document with the user's edits. */
  readonly document?: ArchitectureDocument;
  readonly script?: Script;
  readonly panes?: Made['paneDeploymentIds'];
}

/** An address, and what its query cannot say; `shared` is `null` where the query says it all. */
export interface MadeAddress {
  readonly address: Address;
  readonly shared: SharedMade | null;
}

/** How the page as it is opens again. `home` is the document that every address opens by itself. */
export function madeAddressOf(
  state: WorkspaceState,
  home: ArchitectureDocument,
  isEmbed = false,
): MadeAddress {
  const { original, document, script, paneDeploymentIds, storyId } = state;
  const plainFaults = faultsFromTheStart(document, script);
  const [left, right] = freshPanes(document).paneDeploymentIds;
  const isFresh = paneDeploymentIds[0] === left && paneDeploymentIds[1] === right;
  const shared: SharedMade = {
    version: 1,
    ...(original === home ? {} : { original }),
    ...(document === original ? {} : { document }),
    ...(plainFaults === null ? { script } : {}),
    ...(isFresh || storyId !== null ? {} : { panes: paneDeploymentIds }),
  };
  return {
    address: { ...addressOf(state, isEmbed), moduleFaults: plainFaults ?? {} },
    shared: Object.keys(shared).length > 1 ? shared : null,
  };
}

/** As `madeAddressOf`, but with what the user wishes for now in force from the start. */
export function presentAddressOf(
  state: WorkspaceState,
  home: ArchitectureDocument,
  isEmbed = false,
): MadeAddress {
  const { script: _script, ...shared } = madeAddressOf(state, home, isEmbed).shared ?? {
    version: 1,
  };
  return {
    address: addressOf(state, isEmbed),
    shared: Object.keys(shared).length > 1 ? shared : null,
  };
}

/** The text of the query part, for comparing. */
export function queryOf({ address }: MadeAddress): string {
  return writeAddress(address);
}

/** The faults of a script that does nothing but set them at the beginning, as `fail` can say; else `null`. */
function faultsFromTheStart(
  document: ArchitectureDocument,
  script: Script,
): Interventions['moduleFaults'] | null {
  const isPlain = script.every(
    ({ atMs, command }) => atMs === 0 && command.kind === 'module-fault' && command.fault !== null,
  );
  return isPlain ? interventionsAt(document, script, 0).moduleFaults : null;
}
