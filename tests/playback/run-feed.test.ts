import { describe, expect, it } from 'vitest';
import { RunRecording } from '../../src/playback/run-feed';
import type { Frame } from '../../src/simulation/frame';

const frameAt = (timeMs: number): Frame => ({ timeMs, requestsPerDot: 1, deployments: [] });

/** What a recording tells, as simulated ms; `null` where it says to forget. */
function listenTo(recording: RunRecording): (number | null)[] {
  const told: (number | null)[] = [];
  recording.subscribe((frame) => told.push(frame?.timeMs ?? null));
  return told;
}

describe('the feed of a run', () => {
  it('keeps the picture while the run leaps, and has it forgotten together with the next one', () => {
    const recording = new RunRecording();
    recording.add(frameAt(8000));
    const told = listenTo(recording);
    recording.leap(2000);
    expect(told).toEqual([]);
    expect(recording.current()?.timeMs).toBe(8000);
    recording.arrive(frameAt(2500));
    recording.add(frameAt(2520));
    expect(told).toEqual([null, 2500, 2520]);
  });

  it('lets what travels go on where an instant is shown once more', () => {
    const recording = new RunRecording();
    recording.add(frameAt(8000));
    const told = listenTo(recording);
    recording.arrive(frameAt(8000));
    expect(told).toEqual([8000]);
  });
});
