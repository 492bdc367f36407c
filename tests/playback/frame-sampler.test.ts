import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameSampler, samplerOf } from '../../src/playback/frame-sampler';
import { RunRecording } from '../../src/playback/run-feed';
import type { Frame } from '../../src/simulation/frame';

const frameAt = (timeMs: number): Frame => ({ timeMs, requestsPerDot: 1, deployments: [] });

/** Frames at sixty per second for so long; what the sampler showed, in simulated ms. */
function watch(recording: RunRecording, sampler: FrameSampler, ms: number): (number | null)[] {
  const shown: (number | null)[] = [];
  const leave = sampler.subscribe(() => shown.push(sampler.current()?.timeMs ?? null));
  for (let passed = 0; passed < ms; passed += 20) {
    recording.add(frameAt(passed));
    vi.advanceTimersByTime(20);
  }
  leave();
  return shown;
}

describe('figures that are sampled from a feed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are refreshed as often as was asked for, with frames coming much faster', () => {
    const recording = new RunRecording();
    const shown = watch(recording, new FrameSampler(recording, 5), 2000);
    expect(shown.length).toBeGreaterThanOrEqual(10);
    expect(shown.length).toBeLessThanOrEqual(11);
  });

  it('end with the last frame when the frames cease', () => {
    const recording = new RunRecording();
    const sampler = new FrameSampler(recording, 5);
    sampler.subscribe(() => {});
    recording.add(frameAt(0));
    recording.add(frameAt(20));
    expect(sampler.current()?.timeMs).toBe(0);
    vi.advanceTimersByTime(200);
    expect(sampler.current()?.timeMs).toBe(20);
  });

  it('show a single frame after a silence at once, and a reset as well', () => {
    const recording = new RunRecording();
    const sampler = new FrameSampler(recording, 5);
    sampler.subscribe(() => {});
    recording.add(frameAt(0));
    vi.advanceTimersByTime(1000);
    recording.add(frameAt(40));
    expect(sampler.current()?.timeMs).toBe(40);
    recording.reset();
    expect(sampler.current()).toBeNull();
  });

  it('come with the picture of an instant that was sought, and take turns while one follows another', () => {
    const recording = new RunRecording();
    const sampler = new FrameSampler(recording, 5);
    watch(recording, sampler, 100);
    sampler.subscribe(() => {});
    recording.add(frameAt(100));
    for (const timeMs of [5000, 4000, 3000]) recording.arrive(frameAt(timeMs));
    expect(sampler.current()?.timeMs).toBe(5000);
    vi.advanceTimersByTime(200);
    expect(sampler.current()?.timeMs).toBe(3000);
  });

  it('are the same frame for all who sample at the same rate, and leave no timer behind', () => {
    const recording = new RunRecording();
    expect(samplerOf(recording, 5)).toBe(samplerOf(recording, 5));
    expect(samplerOf(recording, 5)).not.toBe(samplerOf(recording, 10));
    watch(recording, samplerOf(recording, 5), 50);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are up to date for one who comes late', () => {
    const recording = new RunRecording();
    const sampler = new FrameSampler(recording, 5);
    watch(recording, sampler, 100);
    recording.add(frameAt(5000));
    vi.advanceTimersByTime(1000);
    sampler.subscribe(() => {});
    expect(sampler.current()?.timeMs).toBe(5000);
  });
});
