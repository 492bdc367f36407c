/** The stretch that is looped, on the time axis: its edges can be moved. Loaded with the first mark. */
import type { PointerEvent } from 'react';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { loop as english } from '../i18n/en/loop';
import { loop as spanish } from '../i18n/es/loop';
import { isMarked, type LoopEnd, movedMark, wholeRun } from '../playback/loop-stretch';
import type { Playback } from '../playback/playback';
import { useIsLooping, useLoopStretch } from '../playback/use-playback';
import { useText } from '../workspace/use-text';
import { gapNear } from './tick-gaps';
import type { TimeDomain } from './time-domain';
import { timeAt, xOf } from './trend-path';
import { useElementSize } from './use-element-size';
import './loop-band.css';

export interface LoopBandProps {
  playback: Playback;
  /** What the axis shows. */
  domain: TimeDomain;
}

const words = { es: spanish, en: english };

/** An arrow key moves a mark this far, simulated ms. */
const stepMs = 500;
/** A drag rests at multiples of this, simulated ms. */
const snapMs = 100;

export function LoopBand({ playback, domain }: LoopBandProps) {
  const stretch = useLoopStretch(playback);
  const isLooping = useIsLooping(playback);
  const [track, { width }] = useElementSize<HTMLDivElement>();
  const own = words[useText().language];
  if (!isMarked(stretch)) return null;
  const place = (timeMs: number) => Math.min(100, Math.max(0, xOf(timeMs, domain, 100)));
  const left = place(stretch.fromMs ?? domain.fromMs);
  const right = place(stretch.toMs ?? domain.toMs);
  const [leftPx, rightPx] = [left, right].map((share) => (share / 100) * width);
  const timeUnder = (clientX: number, edge: HTMLElement): number => {
    const x = edge.parentElement?.getBoundingClientRect().x ?? 0;
    return Math.round(timeAt(clientX - x, domain, width) / snapMs) * snapMs;
  };
  return (
    <div ref={track} className="loop-band" data-is-on={isLooping}>
      <div className="loop-stretch" style={{ left: `${left}%`, width: `${right - left}%` }} />
      {(['fromMs', 'toMs'] as const).map((end) => (
        <LoopEdge
          key={end}
          end={end}
          timeMs={stretch[end]}
          domain={domain}
          label={own[end]}
          timeUnder={timeUnder}
          onMove={(timeMs) => playback.markLoop(movedMark(stretch, end, timeMs))}
        />
      ))}
      <IconButton
        className="loop-clear"
        style={{ left: gapNear((leftPx + rightPx) / 2, domain, width, [leftPx, rightPx]) }}
        label={own.clear}
        icon={<Icon name="close" size={12} />}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => playback.markLoop(wholeRun)}
      />
    </div>
  );
}

interface LoopEdgeProps {
  end: LoopEnd;
  /** `null` where nothing is marked. */
  timeMs: number | null;
  domain: TimeDomain;
  label: string;
  timeUnder(clientX: number, edge: HTMLElement): number;
  onMove(timeMs: number): void;
}

/** One mark: a slider for the keyboard, and what the pointer takes hold of. */
function LoopEdge({ end, timeMs, domain, label, timeUnder, onMove }: LoopEdgeProps) {
  const { format } = useText();
  const isShown = timeMs !== null && timeMs >= domain.fromMs && timeMs <= domain.toMs;
  if (!isShown) return null;
  // The axis below would take a drag for a stroke of the brush.
  const isHeld = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation();
    return event.currentTarget.hasPointerCapture(event.pointerId);
  };
  return (
    <>
      <input
        type="range"
        className="visually-hidden"
        aria-label={label}
        aria-valuetext={format.clock(timeMs)}
        min={domain.fromMs}
        max={domain.toMs}
        step={stepMs}
        value={timeMs}
        onChange={(event) => onMove(event.target.valueAsNumber)}
      />
      <div
        aria-hidden="true"
        className={`loop-edge loop-edge-${end}`}
        style={{ left: `${xOf(timeMs, domain, 100)}%` }}
        title={`${label}: ${format.clock(timeMs)}`}
        onPointerDown={(event) => {
          event.stopPropagation();
          if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (isHeld(event)) onMove(timeUnder(event.clientX, event.currentTarget));
        }}
        onPointerUp={isHeld}
      />
    </>
  );
}
