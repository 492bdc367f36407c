import type { Playback } from '../playback/playback';
import { usePlaybackTimeMs } from '../playback/use-playback';
import { useText } from '../workspace/use-text';

export interface PlayheadProps {
  playback: Playback;
  durationMs: number;
  onSeek(timeMs: number): void;
}

/** An arrow key moves the playhead this far, simulated ms. */
const stepMs = 1000;

/** The playhead for the keyboard: what dragging in the chart is for the pointer. */
export function Playhead({ playback, durationMs, onSeek }: PlayheadProps) {
  const { t, format } = useText();
  const timeMs = usePlaybackTimeMs(playback);
  return (
    <input
      type="range"
      className="playhead visually-hidden"
      aria-label={t('timeline.playhead')}
      aria-valuetext={format.clock(timeMs)}
      min={0}
      max={durationMs}
      step={stepMs}
      value={Math.min(durationMs, timeMs)}
      onChange={(event) => onSeek(event.target.valueAsNumber)}
    />
  );
}
