/** The visitor's own address: what is too long for it stays in the browser. */
import type { ArchitectureDocument } from '../../architecture/document';
import type { StoredSettings } from '../../workspace/stored-settings';
import type { WorkspaceState } from '../../workspace/workspace';
import { codeLengthMax, encode, fragmentStart } from './made-code';
import { madeAddressOf, queryOf } from './shared-made';
import { storeCode } from './stored-made';

export interface OwnAddress {
  /** Query and fragment that open the page again as it is. */
  readonly address: string;
  /** Whether they do: what is too long may find no room in the browser. */
  readonly isWhole: boolean;
}

/** `place`: where in the browser what is too long is kept. */
export async function ownAddress(
  state: WorkspaceState,
  home: ArchitectureDocument,
  settings: StoredSettings,
  place: string,
): Promise<OwnAddress> {
  const made = madeAddressOf(state, home);
  const query = queryOf(made);
  if (made.shared === null) return { address: query, isWhole: true };
  const code = await encode(made.shared);
  const short = code.length <= codeLengthMax ? code : storeCode(settings, place, code);
  if (short === null) return { address: query, isWhole: false };
  return { address: query + fragmentStart + short, isWhole: true };
}
