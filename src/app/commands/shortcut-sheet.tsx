import { Dialog } from '../../design/dialog';
import { allCommands } from './command-registry';
import { type CommandContext, commandSections } from './page-command';
import { ShortcutKeys } from './shortcut-keys';
import './commands.css';

export interface ShortcutSheetProps {
  context: CommandContext;
  onClose(): void;
}

/** Every command that has keys, from the same list as the palette. */
export function ShortcutSheet({ context, onClose }: ShortcutSheetProps) {
  const { words, text } = context;
  const commands = allCommands(context).filter(({ keys }) => keys !== undefined);
  return (
    <Dialog
      title={words('shortcuts.title')}
      closeLabel={text.t('app.close')}
      isWide
      onClose={onClose}
    >
      <div className="shortcut-sheet">
        {commandSections.map((section) => {
          const own = commands.filter((command) => command.section === section);
          if (own.length === 0) return null;
          return (
            <section key={section}>
              <h3 className="eyebrow">{words(`section.${section}`)}</h3>
              <dl>
                {own.map(({ id, label, keys = [] }) => (
                  <div key={id}>
                    <dt>{label}</dt>
                    <dd>
                      <ShortcutKeys keys={keys} words={words} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
