import type { CommandWord, CommandWords } from './command-words';
import type { ShortcutKey } from './page-command';

const named: Readonly<Record<string, CommandWord>> = {
  Mod: 'key.Mod',
  Shift: 'key.Shift',
  Space: 'key.Space',
  Escape: 'key.Escape',
  Enter: 'key.Enter',
  Arrows: 'key.Arrows',
  Tab: 'key.Tab',
  Menu: 'key.Menu',
  Home: 'key.Home',
  End: 'key.End',
};

/** Keys whose sign says more than their name. */
const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  Comma: ',',
  Period: '.',
  l: 'L',
  i: 'I',
  o: 'O',
  KeyL: 'L',
};

/** Keys as they are called on the keyboard of the reader. */
export function ShortcutKeys({
  keys,
  words,
}: {
  keys: readonly ShortcutKey[];
  words: CommandWords;
}) {
  const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  const nameOf = (key: ShortcutKey) => {
    if (key === 'Mod' && isApple) return '⌘';
    const word = named[key];
    return word === undefined ? (signs[key] ?? key) : words(word);
  };
  return (
    <span className="shortcut-keys">
      {keys.map((key) => (
        <kbd key={key}>{nameOf(key)}</kbd>
      ))}
    </span>
  );
}
