/** Answers a request for commands. Loaded with the first one. */
import { useEffect, useMemo } from 'react';
import { useText } from '../../workspace/use-text';
import { useWorkspace, useWorkspaceStore } from '../../workspace/use-workspace';
import type { RunControl } from '../run-control';
import { CommandPalette } from './command-palette';
import { allCommands, commandOfKey } from './command-registry';
import type { CommandRequest } from './command-request';
import { commandWordsIn } from './command-words';
import { ContextMenu } from './context-menu';
import { NamingDialog } from './naming-dialog';
import { pageActions } from './page-actions';
import type { CommandContext } from './page-command';
import { ShortcutSheet } from './shortcut-sheet';

export interface CommandSurfaceProps {
  request: CommandRequest;
  onRequest(request: CommandRequest): void;
  onClose(): void;
  run: RunControl;
  /** `null` while the run cannot be moved to an instant. */
  onSeek: ((timeMs: number) => void) | null;
}

export function CommandSurface({ request, onRequest, onClose, run, onSeek }: CommandSurfaceProps) {
  const text = useText();
  const workspace = useWorkspaceStore();
  // The list says what can be done now: another wish makes another list.
  useWorkspace((state) => state.interventions);
  useWorkspace((state) => state.history);
  const context = useMemo<CommandContext>(
    () => ({
      workspace,
      text,
      words: commandWordsIn(text.language),
      run,
      onSeek,
      actions: pageActions,
      showPalette: () => onRequest({ kind: 'palette' }),
      showShortcuts: () => onRequest({ kind: 'shortcuts' }),
      showNaming: (deploymentId) => onRequest({ kind: 'naming', deploymentId }),
    }),
    [workspace, text, run, onSeek, onRequest],
  );
  switch (request.kind) {
    case 'palette':
      return <CommandPalette context={context} onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutSheet context={context} onClose={onClose} />;
    case 'menu':
      return (
        <ContextMenu
          key={`${request.x} ${request.y}`}
          context={context}
          request={request}
          onClose={onClose}
        />
      );
    case 'naming':
      return <NamingDialog deploymentId={request.deploymentId} onClose={onClose} />;
    case 'key':
      return <KeyCommand context={context} request={request} onClose={onClose} />;
  }
}

interface KeyCommandProps {
  context: CommandContext;
  request: { key: string };
  onClose(): void;
}

/** Does what a key stands for, and shows nothing. */
function KeyCommand({ context, request, onClose }: KeyCommandProps) {
  useEffect(() => {
    // First close: the command may ask for something to be shown in its place.
    onClose();
    commandOfKey(allCommands(context), request.key)?.run?.();
  }, [context, request, onClose]);
  return null;
}
