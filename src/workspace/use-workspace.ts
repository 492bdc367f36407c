import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Workspace, WorkspaceActions, WorkspaceState } from './workspace';

/** The page's one workspace; the composition root provides it. */
export const WorkspaceContext = createContext<Workspace | null>(null);

/** The store itself, for what acts on it outside rendering. */
export function useWorkspaceStore(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('No WorkspaceContext around this component.');
  return workspace;
}

/** What `select` picks from the workspace; renders again when that changes (by Object.is). */
export function useWorkspace<Selected>(
  select: (state: WorkspaceState & WorkspaceActions) => Selected,
): Selected {
  return useStore(useWorkspaceStore(), select);
}
