/** What a pane shows or does only once somebody needs it, each loaded at that moment. */
import { later } from '../design/later';
import type { GuideLine } from './layout/alignment';
import type { OverviewMapProps } from './overview-map';
import type { PartMenuProps } from './part-menu';
import { hasFingers } from './use-first-sign';

const OverviewMap = later(async () => (await import('./overview-map')).OverviewMap);
const KeyboardWalk = later(async () => (await import('./keyboard-walk')).KeyboardWalk);
const GuideLines = later(async () => (await import('./guide-lines')).GuideLines);
const Pinch = later(async () => (await import('./pinch')).Pinch);
const PartMenu = later(async () => (await import('./part-menu')).PartMenu);

export interface LatePartsProps {
  /** Whether somebody has begun to do something. */
  isStirred: boolean;
  earlyMenu: PartMenuProps['early'];
  /** `null` where there is no menu. */
  onMenu: PartMenuProps['onMenu'] | null;
  /** What a dragged node is in line with. */
  lines: readonly GuideLine[];
  /** What the map of the whole shows; `null` for no map. */
  mapped: Pick<OverviewMapProps, 'nodes' | 'bounds'> | null;
  /** The reader moves the drawing, by the map or by two fingers. */
  onViewMoved(): void;
}

export function LateParts(props: LatePartsProps) {
  const { isStirred, earlyMenu, onMenu, lines, mapped, onViewMoved } = props;
  return (
    <>
      {isStirred && <KeyboardWalk />}
      {isStirred && onMenu !== null && <PartMenu early={earlyMenu} onMenu={onMenu} />}
      {hasFingers && <Pinch onPinch={onViewMoved} />}
      {lines.length > 0 && <GuideLines lines={lines} />}
      {mapped !== null && (
        <OverviewMap nodes={mapped.nodes} bounds={mapped.bounds} onMoveStart={onViewMoved} />
      )}
    </>
  );
}
