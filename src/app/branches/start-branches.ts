/** Everything about branches that goes on by itself; loaded when somebody touches the page, or has branches. */
import { loadFurtherTexts } from '../../i18n/catalogue';
import type { StoredSettings } from '../../workspace/stored-settings';
import type { Workspace } from '../../workspace/workspace';
import type { RunControl } from '../run-control';
import { completeGhosts } from './complete-ghosts';
import { keepBranches } from './keep-branches';
import { storeBranches } from './store-branches';

export function startBranches(
  run: RunControl,
  workspace: Workspace,
  settings: StoredSettings,
): void {
  keepBranches(run);
  completeGhosts(workspace);
  // What the browser cannot keep is said in texts beyond the first picture; it is kept without them as well.
  const store = () => storeBranches(workspace, settings);
  void loadFurtherTexts().then(store, store);
}
