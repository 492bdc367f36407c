/** The visitor's own address: what is too long for it stays in the browser. */
import type { ArchitectureDocument } from '../../architecture/document';
import type { StoredSettings } from '../../workspace/stored-settings';
import type { WorkspaceState } from '../../workspace/workspace';
import { codeLengthMax, encode, fragmentStart } from './made-code';
import { madeAddressOf, queryOf } from './shared-made';
import { storeCode, storedMark } from './stored-made';

/** Query and fragment that open the page again as it is. */
export async function ownAddress(
  state: WorkspaceState,
  home: ArchitectureDocument,
  settings: StoredSettings,
): Promise<string> {
  const made = madeAddressOf(state, home);
  if (made.shared === null) return queryOf(made);
  const code = await encode(made.shared);
  if (code.length <= codeLengthMax) return queryOf(made) + fragmentStart + code;
  return queryOf(made) + (storeCode(settings, code) ? fragmentStart + storedMark : '');
}
