import type { Selection } from '../../workspace/workspace';

/** What was asked for: the palette, the shortcut sheet, a part's menu, a name, or the command of a key. */
export type CommandRequest =
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  /** `selection` is `null` on the free canvas. `x` and `y` are in CSS pixels of the window. */
  | { kind: 'menu'; selection: Selection | null; x: number; y: number }
  | { kind: 'naming'; deploymentId: string }
  | { kind: 'key'; key: string };
