import { translate } from '../i18n/translate';
import type { Workspace, WorkspaceState } from '../workspace/workspace';

/** Keeps language, theme and title of the page itself in step with the workspace. Returns the way out. */
export function followPageAttributes(workspace: Workspace): () => void {
  apply(workspace.getState());
  return workspace.subscribe(apply);
}

function apply({ language, theme, document: opened }: WorkspaceState): void {
  const root = document.documentElement;
  root.lang = language;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  const scheme = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]');
  if (scheme !== null) scheme.content = theme === 'auto' ? 'light dark' : theme;
  const description = document.querySelector<HTMLMetaElement>('meta[name="description"]');
  if (description !== null) description.content = translate(language, 'app.description');
  document.title = translate(language, 'app.title', { document: opened.name[language] });
}
