import type { ArchitectureDocument } from '../../architecture/document';
import { useChartsText } from '../expanded/use-charts-text';
import type { TimeDomain } from '../time-domain';
import { xOf } from '../trend-path';
import type { PlacedBlock } from './block-rows';
import { blockLabel, blockWords } from './block-words';
import type { Span } from './drag-block';
import { canEnd, endOf } from './happening';
import { useBlockDrag } from './use-block-drag';

export interface BlockButtonProps {
  placed: PlacedBlock;
  document: ArchitectureDocument;
  domain: TimeDomain;
  /** Which of the deployments on the page it is about, from 0; −1 for all. */
  side: number;
  hintId: string;
  onMove(span: Span): void;
  onRemove(): void;
  onOpen(): void;
}

/** A block that is dragged, stretched, removed or opened; one of a story only tells what it is. */
export function BlockButton(props: BlockButtonProps) {
  const { placed, document, domain, side, hintId, onMove, onRemove, onOpen } = props;
  const { block } = placed;
  const text = useChartsText();
  const span = { fromMs: block.happening.atMs, untilMs: endOf(block.happening) };
  const isFixed = block.home.kind === 'story';
  const { preview, handlers } = useBlockDrag({
    domain,
    span,
    shownUntilMs: Math.min(placed.untilMs, domain.toMs),
    canEnd: canEnd(block.happening),
    onMove,
    onRemove,
    onOpen,
  });
  const fromMs = preview?.fromMs ?? placed.fromMs;
  const untilMs = preview === null ? placed.untilMs : (preview.untilMs ?? domain.toMs);
  const from = Math.max(0, xOf(fromMs, domain, 100));
  const until = Math.min(100, xOf(untilMs, domain, 100));
  const label = blockLabel(block, document, text);
  const { format } = text;
  return (
    <li
      data-late={from > 60}
      style={
        { left: `${from}%`, width: `${Math.max(0, until - from)}%`, '--row': placed.row } as object
      }
    >
      <button
        type="button"
        className="lane-block"
        data-lasts={span.untilMs === null && preview === null}
        data-dragged={preview !== null}
        aria-label={label}
        aria-describedby={isFixed ? undefined : hintId}
        aria-disabled={isFixed}
        title={label}
        {...(isFixed ? {} : handlers)}
      >
        {side >= 0 && <span className={`figure-swatch figure-swatch-${side + 1}`} />}
        <span className="lane-block-words">
          {preview === null
            ? blockWords(block.happening, document, text)
            : `${format.clock(fromMs)}${preview.untilMs === null ? '' : ` – ${format.clock(preview.untilMs)}`}`}
        </span>
      </button>
    </li>
  );
}
