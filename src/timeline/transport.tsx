import { useEffect, useRef } from 'react';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { SegmentedControl } from '../design/segmented-control';
import type { Playback } from '../playback/playback';
import {
  useDurationMs,
  useIsBehind,
  useIsPlaying,
  usePlaybackMode,
  useSpeed,
} from '../playback/use-playback';
import { useText } from '../workspace/use-text';
import './transport.css';

/** Simulated seconds per second of the watcher. */
export const speeds = [
  { value: '0.25', label: '¼×' },
  { value: '1', label: '1×' },
  { value: '10', label: '10×' },
  { value: '60', label: '60×' },
] as const;

export interface TransportProps {
  playback: Playback;
  seed: number;
  onToggle(): void;
  onRestart(): void;
}

export function Transport({ playback, seed, onToggle, onRestart }: TransportProps) {
  const { t, format } = useText();
  const mode = usePlaybackMode(playback);
  const speed = useSpeed(playback);
  const durationMs = useDurationMs(playback);
  const isBehind = useIsBehind(playback);
  const isPlaying = useIsPlaying(playback);
  return (
    <div className="transport">
      <div className="transport-buttons">
        <IconButton
          className="transport-play"
          label={isPlaying ? t('timeline.pause') : t('timeline.play')}
          icon={<Icon name={isPlaying ? 'pause' : 'play'} size={20} strokeWidth={3} />}
          disabled={mode === 'empty' || mode === 'failed'}
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

/** Simulated time to the tenth, written straight into the page with every frame. */
function Clock({ playback }: { playback: Playback }) {
  const { t, format } = useText();
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = () => {
      const text = format.clock(playback.feed.current()?.timeMs ?? 0);
      if (ref.current !== null && ref.current.textContent !== text) ref.current.textContent = text;
    };
    write();
    return playback.feed.subscribe(write);
  }, [playback, format]);
  return (
    <span ref={ref} className="transport-clock" role="timer" aria-label={t('timeline.time')} />
  );
}
