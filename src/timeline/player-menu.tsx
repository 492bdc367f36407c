/** Steps, loop and the speeds that are asked for less often. Loaded when somebody asks. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { Button, IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { SegmentedControl } from '../design/segmented-control';
import { player as english } from '../i18n/en/player';
import { player as spanish } from '../i18n/es/player';
import { fill } from '../i18n/translate';
import { isMarked, wholeRun, withMark } from '../playback/loop-stretch';
import type { Playback } from '../playback/playback';
import { useDurationMs, useIsLooping, useLoopStretch, useSpeed } from '../playback/use-playback';
import { useText } from '../workspace/use-text';
import { moreSpeeds } from './speeds';
import './player-menu.css';

export interface PlayerMenuProps {
  playback: Playback;
  /** The menu opens above it, and gives the focus back to it. */
  button: RefObject<HTMLButtonElement | null>;
  onClose(): void;
}

const words = { es: spanish, en: english };
const occasions = ['event', 'request'] as const;
const gapPx = 8;
const marks = [
  ['fromMs', 'loopFrom'],
  ['toMs', 'loopTo'],
] as const;

export function PlayerMenu({ playback, button, onClose }: PlayerMenuProps) {
  const own = words[useText().language];
  const speed = useSpeed(playback);
  const sheet = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const place = button.current?.getBoundingClientRect();
    const { current } = sheet;
    if (place === undefined || current === null) return;
    current.showPopover();
    const { width, height } = current.getBoundingClientRect();
    const left = Math.min(place.left, window.innerWidth - width - gapPx);
    current.style.left = `${Math.max(gapPx, left)}px`;
    current.style.top = `${Math.max(gapPx, place.top - height - gapPx)}px`;
    current.querySelector('button')?.focus();
  }, [button]);
  return (
    <section
      ref={sheet}
      popover="auto"
      aria-label={own.title}
      className="player-menu"
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      {occasions.map((occasion) => (
        <div key={occasion} className="player-menu-row">
          <span className="player-menu-name">
            {own[occasion]}
            <small>{own[`${occasion}Note`]}</small>
          </span>
          <IconButton
            label={own[`${occasion}Back`]}
            icon={<Icon name="back" />}
            onClick={() => playback.step(occasion, true)}
          />
          <IconButton
            label={own[`${occasion}On`]}
            icon={<Icon name="on" />}
            onClick={() => playback.step(occasion, false)}
          />
        </div>
      ))}
      <SegmentedControl
        label={own.speed}
        segments={moreSpeeds}
        value={String(speed) as (typeof moreSpeeds)[number]['value']}
        onChange={(value) => playback.setSpeed(Number(value))}
      />
      <LoopRows playback={playback} />
    </section>
  );
}

/** Whether it loops, and between which marks. */
function LoopRows({ playback }: { playback: Playback }) {
  const { language, format } = useText();
  const own = words[language];
  const isLooping = useIsLooping(playback);
  const isEndless = useDurationMs(playback) === null;
  const stretch = useLoopStretch(playback);
  const place = (timeMs: number | null, otherwise: string) =>
    timeMs === null ? otherwise : format.clock(timeMs);
  const between = fill(own.loopMarked, language, {
    from: place(stretch.fromMs, own.loopStart),
    to: place(stretch.toMs, own.loopEnd),
  });
  const note = isEndless && stretch.toMs === null ? own.loopEndless : own.loopNote;
  return (
    <>
      <label className="player-menu-row">
        <span className="player-menu-name">
          {own.loop}
          <small>{isMarked(stretch) ? between : note}</small>
        </span>
        <input
          type="checkbox"
          checked={isLooping}
          disabled={isEndless && stretch.toMs === null}
          onChange={(event) => playback.setLooping(event.target.checked)}
        />
      </label>
      <div className="player-menu-marks">
        {marks.map(([end, word]) => (
          <Button
            key={end}
            onClick={() => {
              const nowMs = playback.feed.current()?.timeMs ?? 0;
              playback.markLoop(withMark(stretch, end, nowMs));
            }}
          >
            {own[word]}
          </Button>
        ))}
        <Button disabled={!isMarked(stretch)} onClick={() => playback.markLoop(wholeRun)}>
          {own.loopClear}
        </Button>
      </div>
    </>
  );
}
