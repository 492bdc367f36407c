/** The rows of a menu: commands, and where there are many objects for one deed, that deed, which leads to them. */
import type { PageCommand } from './page-command';

export type MenuRow =
  | { kind: 'command'; id: string; label: string; command: PageCommand; isFirst: boolean }
  | { kind: 'deed'; id: string; label: string; isFirst: boolean }
  | { kind: 'back'; id: string; label: string; isFirst: boolean };

/** As many objects are listed among the other commands. */
const listedMax = 3;

/** `deed`: what the menu has been led into; `null` at its beginning. */
export function menuRows(commands: readonly PageCommand[], deed: string | null): MenuRow[] {
  const countOf = (of: string) => commands.filter(({ choice }) => choice?.of === of).length;
  if (deed !== null) {
    const objects = commands.filter(({ choice }) => choice?.of === deed);
    return [
      { kind: 'back', id: 'back', label: deed, isFirst: false },
      ...objects.map((command, index): MenuRow => {
        const { id, choice, label } = command;
        return { kind: 'command', id, label: choice?.name ?? label, command, isFirst: index === 0 };
      }),
    ];
  }
  const rows: MenuRow[] = [];
  const listedDeeds = new Set<string>();
  let section = commands[0]?.section;
  for (const command of commands) {
    const { id, label, choice } = command;
    const isFirst = command.section !== section;
    section = command.section;
    if (choice === undefined || countOf(choice.of) <= listedMax) {
      rows.push({ kind: 'command', id, label, command, isFirst });
    } else if (!listedDeeds.has(choice.of)) {
      listedDeeds.add(choice.of);
      rows.push({ kind: 'deed', id: choice.of, label: choice.of, isFirst });
    }
  }
  return rows;
}
