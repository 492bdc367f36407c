/** What can be done to one part of a diagram, beside the pointer or the focus. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../../design/icon';
import { subjectOf } from '../../workspace/subject';
import { callName, commandsOfCall } from './call-commands';
import type { CommandRequest } from './command-request';
import { type MenuRow, menuRows } from './menu-rows';
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
  /** What the menu has been led into, and what it came from last. */
  const [{ deed, from }, setStep] = useState<Step>({ deed: null, from: null });
  useLayoutEffect(() => {
    const before = document.activeElement;
    menu.current?.showPopover();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(margin, Math.min(x, window.innerWidth - width - margin))}px`;
    element.style.top = `${Math.max(margin, Math.min(y, window.innerHeight - height - margin))}px`;
    const rows = [...element.querySelectorAll('button')];
    const start = deed !== null ? rows[1] : rows.find(({ dataset }) => dataset.deed === from);
    (start ?? rows[0])?.focus();
  }, [x, y, deed, from]);
  useEffect(() => {
    const leave = ({ target }: PointerEvent) => {
      if (!menu.current?.contains(target as Node)) onClose();
    };
    const leaveByKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      if (deed === null) onClose();
      else setStep({ deed: null, from: deed });
    };
    // On the way in: wherever the focus is, Escape is about the menu.
    window.addEventListener('pointerdown', leave, { capture: true });
    window.addEventListener('keydown', leaveByKey, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', leave, { capture: true });
      window.removeEventListener('keydown', leaveByKey, { capture: true });
    };
  }, [onClose, deed]);
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
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft' && deed !== null) setStep({ deed: null, from: deed });
        else if (event.key === 'ArrowRight') clickDeed(event);
        else moveFocus(event, onClose);
      }}
    >
      {menuRows(commands, deed).map((row) => (
        <MenuItem
          key={row.id}
          row={row}
          words={words}
          onChoose={() => {
            if (row.kind === 'deed') return setStep({ deed: row.id, from: null });
            if (row.kind === 'back') return setStep({ deed: null, from: deed });
            onClose();
            row.command.run?.();
          }}
        />
      ))}
    </div>
  );
}

interface Step {
  readonly deed: string | null;
  readonly from: string | null;
}

interface MenuItemProps {
  row: MenuRow;
  words: CommandContext['words'];
  onChoose(): void;
}

function MenuItem({ row, words, onChoose }: MenuItemProps) {
  const keys = row.kind === 'command' ? row.command.keys : undefined;
  return (
    <button
      type="button"
      role="menuitem"
      className={row.isFirst ? 'is-first' : ''}
      {...(row.kind === 'deed' && { 'aria-haspopup': 'menu', 'data-deed': row.id })}
      {...(row.kind === 'back' && { 'aria-label': `${words('menu.back')}: ${row.label}` })}
      onClick={onChoose}
    >
      {row.kind === 'back' && <Icon name="right" className="menu-back" />}
      <span>{row.label}</span>
      {keys !== undefined && <ShortcutKeys keys={keys} words={words} />}
      {row.kind === 'deed' && <Icon name="right" />}
    </button>
  );
}

/** Right leads into what Enter leads into. */
function clickDeed(event: KeyboardEvent): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || activeElement.dataset.deed === undefined) return;
  event.preventDefault();
  activeElement.click();
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
