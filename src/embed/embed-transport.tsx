import { useEffect, useRef } from 'react';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import type { Playback } from '../playback/playback';
import { useCanPlay, useIsPlaying, useSpeed } from '../playback/use-playback';
import { useText } from '../workspace/use-text';

export function PlayButton({ playback, onToggle }: { playback: Playback; onToggle(): void }) {
  const { t } = useText();
  const isPlaying = useIsPlaying(playback);
  const canPlay = useCanPlay(playback);
  return (
    <IconButton
      className="embed-play"
      label={isPlaying ? t('timeline.pause') : t('timeline.play')}
      icon={<Icon name={isPlaying ? 'pause' : 'play'} size={20} strokeWidth={3} />}
      disabled={!canPlay}
      onClick={onToggle}
    />
  );
}

/** Simulated time, written straight into the page with every frame. */
export function EmbedClock({ playback }: { playback: Playback }) {
  const { t, format } = useText();
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = () => {
      const text = format.minutes(playback.feed.current()?.timeMs ?? 0);
      if (ref.current !== null && ref.current.textContent !== text) ref.current.textContent = text;
    };
    write();
    return playback.feed.subscribe(write);
  }, [playback, format]);
  return <span ref={ref} className="embed-clock" role="timer" aria-label={t('timeline.time')} />;
}

const speeds: readonly number[] = [1, 10];

/** Goes round the speeds: there is room for one of them only. */
export function SpeedButton({ playback }: { playback: Playback }) {
  const { t, format } = useText();
  const speed = useSpeed(playback);
  const next = speeds[(speeds.indexOf(speed) + 1) % speeds.length];
  return (
    <button
      type="button"
      className="embed-speed button button-quiet"
      aria-label={`${t('timeline.speed')}: ${format.factor(speed)}`}
      onClick={() => playback.setSpeed(next)}
    >
      {format.factor(speed)}
    </button>
  );
}
