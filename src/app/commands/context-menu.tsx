/** What can be done to one part of a diagram, beside the pointer or the focus. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { subjectOf } from '../../workspace/subject';
import { callName, commandsOfCall } from './call-commands';
import type { CommandRequest } from './command-request';
import type { CommandContext, PageCommand } from './page-command';
import { commandsOfPart } from './part-commands';
import { oldestRequestCommands } from './request-commands';
import { ShortcutKeys } from './shortcut-keys';
import { diagramCommands } from './view-commands';
import './commands.css';

type MenuRequest = Extract<CommandRequest, { kind: 'menu' }>;

export interface ContextMenuProps {
  context: CommandContext;
  request: MenuRequest;
  onClose(): void;
}

/** Between the menu and the edge of the window, px. */
const margin = 8;

export function ContextMenu({ context, request, onClose }: ContextMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const { x, y, selection } = request;
  const commands = commandsOf(context, request);
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(margin, Math.min(x, window.innerWidth - width - margin))}px`;
    element.style.top = `${Math.max(margin, Math.min(y, window.innerHeight - height - margin))}px`;
    element.querySelector('button')?.focus();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, [x, y]);
  useEffect(() => {
    const leave = ({ target }: PointerEvent) => {
      if (!menu.current?.contains(target as Node)) onClose();
    };
    const leaveByKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    // On the way in: wherever the focus is, Escape is about the menu.
    window.addEventListener('pointerdown', leave, { capture: true });
    window.addEventListener('keydown', leaveByKey, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', leave, { capture: true });
      window.removeEventListener('keydown', leaveByKey, { capture: true });
    };
  }, [onClose]);
  const { words } = context;
  const name = nameOf(context, selection) ?? words('menu.canvas');
  return (
    <div
      ref={menu}
      // Not "auto": that would go away with the finger whose long press has opened it.
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={words('menu.label', { name })}
      className="context-menu"
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => moveFocus(event, onClose)}
    >
      {commands.map((command, index) => (
        <button
          key={command.id}
          type="button"
          role="menuitem"
          className={index > 0 && commands[index - 1].section !== command.section ? 'is-first' : ''}
          onClick={() => {
            onClose();
            command.run?.();
          }}
        >
          <span>{command.label}</span>
          {command.keys !== undefined && <ShortcutKeys keys={command.keys} words={words} />}
        </button>
      ))}
    </div>
  );
}

function commandsOf(context: CommandContext, { selection }: MenuRequest): PageCommand[] {
  if (selection === null) return diagramCommands(context);
  const { words, workspace } = context;
  const details: PageCommand = {
    id: 'menu:details',
    section: 'select',
    label: words('menu.details', { name: nameOf(context, selection) ?? '' }),
    keys: ['Enter'],
    run: () => workspace.getState().select(selection),
  };
  return [
    details,
    ...commandsOfPart(context, selection),
    ...commandsOfCall(context, selection),
    ...oldestRequestCommands(context, selection),
    ...diagramCommands(context),
  ];
}

function nameOf(context: CommandContext, selection: MenuRequest['selection']) {
  const { workspace, text } = context;
  if (selection?.kind === 'clients') return text.t('canvas.clients.label');
  if (selection?.kind === 'call') return callName(context, selection);
  const subject = subjectOf(workspace.getState().document, selection);
  if (subject === null) return null;
  return text.nameOf((subject.module ?? subject.unit).name);
}

function moveFocus(event: KeyboardEvent<HTMLElement>, onClose: () => void): void {
  const items = [...event.currentTarget.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const last = items.length - 1;
  const places: Readonly<Record<string, number>> = {
    ArrowDown: at >= last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const place = places[event.key];
  if (event.key === 'Tab') onClose();
  else if (place !== undefined) items[place]?.focus();
  else return;
  event.preventDefault();
}
