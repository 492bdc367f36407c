import type { Playback } from '../playback/playback';
import { usePlaybackTimeMs } from '../playback/use-playback';
import { useText } from '../workspace/use-text';
import type { TimeDomain } from './time-domain';

export interface PlayheadProps {
  playback: Playback;
  /** What the chart shows. */
  domain: TimeDomain;
  onSeek(timeMs: number): void;
}

/** An arrow key moves the playhead this far, simulated ms. */
const stepMs = 1000;

/** The playhead for the keyboard: what dragging in the chart is for the pointer. */
export function Playhead({ playback, domain, onSeek }: PlayheadProps) {
  const { t, format } = useText();
  const timeMs = usePlaybackTimeMs(playback);
  return (
    <input
      type="range"
      className="playhead visually-hidden"
      aria-label={t('timeline.playhead')}
      aria-valuetext={format.clock(timeMs)}
      min={domain.fromMs}
      max={domain.toMs}
      step={stepMs}
      value={Math.min(domain.toMs, timeMs)}
      onChange={(event) => onSeek(event.target.valueAsNumber)}
    />
  );
}
