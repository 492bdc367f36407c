import type { CSSProperties } from 'react';
import type { ArchitectureDocument } from '../../architecture/document';
import { useChartsText } from '../expanded/use-charts-text';
import type { BeyondBlocks } from './block-rows';
import { blockLabel } from './block-words';
import type { LaneBlock } from './lane-blocks';

export interface BeyondButtonProps {
  side: 'before' | 'after';
  /** Those that lie there; none draws nothing. */
  beyond: BeyondBlocks;
  document: ArchitectureDocument;
  onOpen(block: LaneBlock): void;
}

/** At an edge of the picture: how many blocks lie beyond it, and what the nearest of them is. */
export function BeyondButton({ side, beyond, document, onOpen }: BeyondButtonProps) {
  const text = useChartsText();
  const { blocks, row } = beyond;
  const [nearest] = blocks;
  if (nearest === undefined) return null;
  const count = blocks.length;
  const label = text.c(`lanes.beyond.${side}`, {
    count,
    nearest: blockLabel(nearest, document, text),
  });
  return (
    <li className="lane-beyond" data-side={side} style={{ '--row': row } as CSSProperties}>
      <button
        type="button"
        aria-label={label}
        title={label}
        aria-disabled={nearest.home.kind === 'story'}
        onClick={() => nearest.home.kind !== 'story' && onOpen(nearest)}
      >
        {side === 'before' ? `‹ ${count}` : `${count} ›`}
      </button>
    </li>
  );
}
