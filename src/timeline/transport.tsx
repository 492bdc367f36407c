import { useEffect, useRef } from 'react';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { SegmentedControl } from '../design/segmented-control';
import type { Playback } from '../playback/playback';
import {
  useCanPlay,
  useDurationMs,
  useIsBehind,
  useIsPlaying,
  useSpeed,
} from '../playback/use-playback';
import { useText } from '../workspace/use-text';
import { PlayerMenuButton } from './player-menu-button';
import { speeds } from './speeds';
import './transport.css';

export interface TransportProps {
  playback: Playback;
  seed: number;
  onToggle(): void;
  onRestart(): void;
}

export function Transport({ playback, seed, onToggle, onRestart }: TransportProps) {
  const { t, format } = useText();
  const speed = useSpeed(playback);
  const durationMs = useDurationMs(playback);
  const isBehind = useIsBehind(playback);
  const isPlaying = useIsPlaying(playback);
  const canPlay = useCanPlay(playback);
  return (
    <div className="transport">
      <div className="transport-buttons">
        <IconButton
          className="transport-play"
          label={isPlaying ? t('timeline.pause') : t('timeline.play')}
          icon={<Icon name={isPlaying ? 'pause' : 'play'} size={20} strokeWidth={3} />}
          disabled={!canPlay}
          onClick={onToggle}
        />
        <p className="transport-time">
          <Clock playback={playback} />
          {durationMs !== null && (
            <span className="transport-duration">
              {t('timeline.of', { time: format.minutes(durationMs) })}
            </span>
          )}
        </p>
        <IconButton
          label={t('timeline.restart')}
          icon={<Icon name="restart" />}
          onClick={onRestart}
        />
        <PlayerMenuButton playback={playback} />
      </div>
      <SegmentedControl
        className="transport-speed"
        label={t('timeline.speed')}
        segments={speeds}
        value={String(speed)}
        onChange={(value) => playback.setSpeed(Number(value))}
      />
      <p className="transport-seed">
        {isPlaying && isBehind ? t('timeline.behind') : t('timeline.seed', { seed })}
      </p>
    </div>
  );
}

/** Simulated time to the tenth, at rest to the thousandth, written straight into the page with every frame. */
function Clock({ playback }: { playback: Playback }) {
  const { t, format } = useText();
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = () => {
      const { feed } = playback;
      const timeMs = feed.current()?.timeMs ?? 0;
      const text = feed.isPlaying ? format.clock(timeMs) : format.instant(timeMs);
      if (ref.current !== null && ref.current.textContent !== text) ref.current.textContent = text;
    };
    write();
    return playback.feed.subscribe(write);
  }, [playback, format]);
  return (
    <span ref={ref} className="transport-clock" role="timer" aria-label={t('timeline.time')} />
  );
}
