/** Addresses to hand on: to open the page as it is in somebody else's browser. */
import type { ArchitectureDocument } from '../../architecture/document';
import type { WorkspaceState } from '../../workspace/workspace';
import { codeLengthMax, encode, fragmentStart } from './made-code';
import { type MadeAddress, madeAddressOf, presentAddressOf, queryOf } from './shared-made';

/** `null` where it would be too long: then the document has to travel as a file. */
export interface ShareAddresses {
  /** With all that the user did, each at its own time. */
  readonly whole: string | null;
  /** With the faults of this moment in force from the start. */
  readonly present: string | null;
}

export async function shareAddresses(
  state: WorkspaceState,
  home: ArchitectureDocument,
  isEmbed: boolean,
): Promise<ShareAddresses> {
  const [whole, present] = await Promise.all([
    addressText(madeAddressOf(state, home, isEmbed)),
    addressText(presentAddressOf(state, home, isEmbed)),
  ]);
  return { whole, present };
}

async function addressText(made: MadeAddress): Promise<string | null> {
  const { origin, pathname } = window.location;
  const page = origin + pathname + queryOf(made);
  if (made.shared === null) return page;
  const code = await encode(made.shared);
  return code.length > codeLengthMax ? null : page + fragmentStart + code;
}
