/** One thing that can be done, as the palette, the menus, the shortcuts and their sheet all list it. */
import type { Text } from '../../workspace/use-text';
import type { Selection, Workspace } from '../../workspace/workspace';
import type { RunControl } from '../run-control';
import type { CommandWords } from './command-words';
import type { PageAction } from './page-actions';

export const commandSections = [
  'run',
  'view',
  'faults',
  'policy',
  'scale',
  'cut',
  'select',
  'page',
  'canvas',
] as const;

export type CommandSection = (typeof commandSections)[number];

export type ShortcutKey =
  | 'Mod'
  | 'Shift'
  | 'Space'
  | 'Escape'
  | 'Enter'
  | 'Arrows'
  | 'Tab'
  | 'Menu'
  | (string & {});

export interface PageCommand {
  /** Stays the same while the page is open. */
  id: string;
  section: CommandSection;
  label: string;
  /** Keys that do the same, pressed together. Default none. */
  keys?: readonly ShortcutKey[];
  /** Commands that differ in their object alone: a menu lists the objects in a step of their own. Default none. */
  choice?: CommandChoice;
  /** The part that it is about: its menu lists the command. Default the whole page. */
  subject?: Selection;
  /** `null` for what is done with keys alone, which only the shortcut sheet lists. */
  run: (() => void) | null;
}

/** One of several objects of the same deed. */
export interface CommandChoice {
  /** The deed, such as “Merge Payment into…”. */
  of: string;
  /** The object, such as “Orders”. */
  name: string;
}

export interface CommandContext {
  workspace: Workspace;
  text: Text;
  words: CommandWords;
  run: RunControl;
  /** Goes to an instant, simulated ms; `null` while the run cannot. */
  onSeek: ((timeMs: number) => void) | null;
  /** What parts of the page have offered to do. */
  actions: ReadonlyMap<PageAction, () => void>;
  showPalette(): void;
  showShortcuts(): void;
  /** Asks for another name for a cut of the user's own. */
  showNaming(deploymentId: string): void;
}
