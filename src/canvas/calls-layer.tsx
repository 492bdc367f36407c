import { memo, useCallback, useRef } from 'react';
import { later } from '../design/later';
import { BreakerState } from '../simulation/frame';
import type { BreakerPillProps } from './breaker-pill';
import { useCanvas } from './canvas-context';
import type { CallBundle } from './canvas-graph';
import type { Box, Point } from './layout/box';
import { type FrameReader, useLive } from './live-text';
import { rateOf } from './overlay/flow-painter';
import { useBreaker } from './use-unit-state';

const BreakerPill = later(async () => (await import('./breaker-pill')).BreakerPill);

export interface DrawnCall {
  bundle: CallBundle;
  path: string;
  middle: Point;
}

export interface CallsLayerProps {
  calls: readonly DrawnCall[];
  /** Around the units that are one application. */
  applicationFrame: Box | null;
  /** Calls of this node are emphasised. */
  selectedId: string | null;
  /** The line with this id is selected itself. */
  selectedCallId: string | null;
  /** The line with this id is the one selected in another deployment. */
  counterpartCallId: string | null;
  /** A line was clicked; `null` where nothing can be selected. */
  onSelect: ((bundle: CallBundle) => void) | null;
  isCompact: boolean;
}

/** The calls between units, below the nodes, and the pills of open breakers above them; all in px of the drawing. */
export function CallsLayer({
  calls,
  applicationFrame,
  selectedId,
  selectedCallId,
  counterpartCallId,
  onSelect,
  isCompact,
}: CallsLayerProps) {
  return (
    <>
      <svg className="calls" aria-hidden="true">
        {applicationFrame !== null && <ApplicationFrame box={applicationFrame} />}
        {calls.map(({ bundle, path }) => (
          <CallLine
            key={bundle.id}
            bundle={bundle}
            path={path}
            isEmphasised={
              bundle.fromId === selectedId ||
              bundle.toId === selectedId ||
              bundle.id === counterpartCallId
            }
            isSelected={bundle.id === selectedCallId}
            onSelect={onSelect}
          />
        ))}
      </svg>
      {calls.map(({ bundle, middle }) => (
        <BreakerMark
          key={bundle.id}
          bundle={bundle}
          middle={middle}
          isCompact={isCompact}
          onSelect={onSelect}
        />
      ))}
    </>
  );
}

function ApplicationFrame({ box }: { box: Box }) {
  const { t } = useCanvas().text;
  return (
    <g className="application-frame">
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={18} />
      <text x={box.x + 14} y={box.y + box.height - 8}>
        {t('canvas.application')}
      </text>
    </g>
  );
}

interface CallLineProps {
  bundle: CallBundle;
  path: string;
  isEmphasised: boolean;
  isSelected: boolean;
  onSelect: ((bundle: CallBundle) => void) | null;
}

/** Attempts per second at which a line stops growing. */
const rateOfWidest = 250;

const CallLine = memo(function CallLine({
  bundle,
  path,
  isEmphasised,
  isSelected,
  onSelect,
}: CallLineProps) {
  const breaker = useBreaker(bundle.edgeIndices);
  const line = useRef<SVGPathElement>(null);
  const write = useCallback<FrameReader<void>>(
    (own) => {
      const rate = own === null ? 0 : rateOf(own, bundle.edgeIndices);
      const width = 1.4 + 2.6 * Math.sqrt(Math.min(1, rate / rateOfWidest));
      line.current?.style.setProperty('stroke-width', width.toFixed(1));
    },
    [bundle],
  );
  useLive(write);
  const classes = ['call'];
  if (bundle.isAsync) classes.push('is-async');
  if (isEmphasised || isSelected) classes.push('is-emphasised');
  if (isSelected) classes.push('is-selected');
  if (breaker === BreakerState.open) classes.push('is-open');
  if (breaker === BreakerState.halfOpen) classes.push('is-half-open');
  return (
    <>
      <path ref={line} d={path} className={classes.join(' ')} />
      {onSelect !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the inspector lists the same calls for the keyboard.
        <path
          d={path}
          data-call={bundle.id}
          className="call-reach"
          onClick={() => onSelect(bundle)}
        />
      )}
    </>
  );
});

/** The circuit of a line that is not closed. */
function BreakerMark(props: Omit<BreakerPillProps, 'isOpen'>) {
  const breaker = useBreaker(props.bundle.edgeIndices);
  const isOpen = breaker === BreakerState.open;
  if (!isOpen && breaker !== BreakerState.halfOpen) return null;
  return <BreakerPill {...props} isOpen={isOpen} />;
}
