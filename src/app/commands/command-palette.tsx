/** Everything that can be done, found by typing. */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog } from '../../design/dialog';
import { foundCommands } from './command-search';
import type { CommandContext, PageCommand } from './page-command';
import { ShortcutKeys } from './shortcut-keys';
import './commands.css';

export interface CommandPaletteProps {
  context: CommandContext;
  onClose(): void;
}

export function CommandPalette({ context, onClose }: CommandPaletteProps) {
  const { words, text } = context;
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const listId = useId();
  const search = useRef<HTMLInputElement>(null);
  // After the dialog has opened, which gives the focus to its first button.
  useEffect(() => search.current?.focus(), []);
  const found = useMemo(() => foundCommands(context, query), [context, query]);
  const choice = found[Math.min(marked, found.length - 1)];
  const choose = (command: PageCommand) => {
    // First close: the command may open something in its place.
    onClose();
    command.run?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = markedAfter(event.key, marked, found.length);
    if (next !== null) setMarked(next);
    else if (event.key === 'Enter' && choice !== undefined) choose(choice);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={words('palette.title')} closeLabel={text.t('app.close')} onClose={onClose}>
      <input
        className="palette-search"
        type="text"
        role="combobox"
        ref={search}
        autoComplete="off"
        spellCheck={false}
        aria-label={words('palette.search')}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={choice === undefined ? undefined : `${listId}-${choice.id}`}
        placeholder={words('palette.search')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="visually-hidden" role="status">
        {words('palette.count', { count: found.length })}
      </p>
      <Found id={listId} found={found} choice={choice} words={words} onChoose={choose} />
      {found.length === 0 && <p className="palette-none">{words('palette.none', { query })}</p>}
    </Dialog>
  );
}

/** `null` for a key that does not move the mark. */
function markedAfter(key: string, marked: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (marked + 1) % count;
    case 'ArrowUp':
      return (marked + count - 1) % count;
    case 'PageDown':
      return Math.min(count - 1, marked + 8);
    case 'PageUp':
      return Math.max(0, marked - 8);
    default:
      return null;
  }
}

interface FoundProps {
  id: string;
  found: readonly PageCommand[];
  choice: PageCommand | undefined;
  words: CommandContext['words'];
  onChoose(command: PageCommand): void;
}

function Found({ id, found, choice, words, onChoose }: FoundProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (choice === undefined) return;
    const option = list.current?.querySelector('[aria-selected="true"]');
    option?.scrollIntoView({ block: 'nearest' });
  }, [choice]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={words('palette.title')} className="palette">
      {[...new Set(found.map(({ section }) => section))].map((section) => {
        const own = found.filter((command) => command.section === section);
        if (own.length === 0) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
          <div key={section} role="group" aria-label={words(`section.${section}`)}>
            <div className="eyebrow" aria-hidden="true">
              {words(`section.${section}`)}
            </div>
            {own.map((command) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the search field
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
              <div
                key={command.id}
                id={`${id}-${command.id}`}
                role="option"
                aria-selected={command === choice}
                className="palette-option"
                onClick={() => onChoose(command)}
              >
                <span>{command.label}</span>
                {command.keys !== undefined && <ShortcutKeys keys={command.keys} words={words} />}
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}
