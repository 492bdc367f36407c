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
          <Clock playback={playback} isPlaying={isPlaying} />
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

/**
 * Simulated time to the tenth, written straight into the page with every frame; at rest to the thousandth, and in small
 * digits to the millionth, which tells events within a millisecond apart.
 */
function Clock({ playback, isPlaying }: { playback: Playback; isPlaying: boolean }) {
  const { t, format } = useText();
  const coarse = useRef<HTMLSpanElement>(null);
  const fine = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const { feed } = playback;
    const write = () => {
      const timeMs = feed.current()?.timeMs ?? 0;
      put(coarse.current, isPlaying ? format.clock(timeMs) : format.instant(timeMs));
      put(fine.current, isPlaying ? '' : format.microseconds(timeMs));
    };
    write();
    return feed.subscribe(write);
  }, [playback, isPlaying, format]);
  return (
    <span className="transport-clock" role="timer" aria-label={t('timeline.time')}>
      <span ref={coarse} />
      <span ref={fine} className="transport-fine" />
    </span>
  );
}

function put(element: HTMLElement | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}
