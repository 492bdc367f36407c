/** Steps, loop and the speeds that are asked for less often. Loaded when somebody asks. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { SegmentedControl } from '../design/segmented-control';
import { player as english } from '../i18n/en/player';
import { player as spanish } from '../i18n/es/player';
import type { Playback } from '../playback/playback';
import { useDurationMs, useIsLooping, useSpeed } from '../playback/use-playback';
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

export function PlayerMenu({ playback, button, onClose }: PlayerMenuProps) {
  const own = words[useText().language];
  const speed = useSpeed(playback);
  const isLooping = useIsLooping(playback);
  const isEndless = useDurationMs(playback) === null;
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
      <label className="player-menu-row">
        <span className="player-menu-name">
          {own.loop}
          <small>{isEndless ? own.loopEndless : own.loopNote}</small>
        </span>
        <input
          type="checkbox"
          checked={isLooping}
          disabled={isEndless}
          onChange={(event) => playback.setLooping(event.target.checked)}
        />
      </label>
    </section>
  );
}
