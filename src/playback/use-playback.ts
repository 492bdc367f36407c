/** The player's state for React. Each hook renders its component only when its own answer changes. */
import { useSelector } from '@xstate/react';
import type { Frame } from '../simulation/frame';
import type { RunFailure } from '../simulation-worker/client';
import type { LoopStretch } from './loop-stretch';
import type { Playback } from './playback';
import { canPlay, isMeantToPlay, type PlaybackSnapshot } from './playback-machine';
import type { Loss } from './playback-setup';
import { useSampledFrame } from './use-sampled-frame';

/** There is a run, and it has not broken off. */
export function useCanPlay(playback: Playback): boolean {
  return useSelector(playback.actor, canPlay);
}

/** The run plays, or will as soon as it is where it is going. */
export function useIsPlaying(playback: Playback): boolean {
  return useSelector(playback.actor, isMeantToPlay);
}

/** Simulated seconds per second, as chosen. */
export function useSpeed(playback: Playback): number {
  return useSelector(playback.actor, speedOf);
}

/** The simulation does not keep up with the chosen speed. */
export function useIsBehind(playback: Playback): boolean {
  return useSelector(playback.actor, isBehindOf);
}

/** End of the run in simulated ms, `null` where it has none. */
export function useDurationMs(playback: Playback): number | null {
  return useSelector(playback.actor, durationMsOf);
}

/** Where playing will pause by itself, simulated ms; `null` where it plays on. */
export function useStopAtMs(playback: Playback): number | null {
  return useSelector(playback.actor, stopAtMsOf);
}

export function useFailure(playback: Playback): RunFailure | null {
  return useSelector(playback.actor, failureOf);
}

/** The break after which the run was taken up again; `null` while it has not broken off. */
export function useLoss(playback: Playback): Loss | null {
  return useSelector(playback.actor, lossOf);
}

/** Whether the stretch plays again from its beginning at its end. */
export function useIsLooping(playback: Playback): boolean {
  return useSelector(playback.actor, isLoopingOf);
}

/** What is looped: the whole run where nothing is marked. */
export function useLoopStretch(playback: Playback): LoopStretch {
  return useSelector(playback.actor, stretchOf);
}

/** Whether the run stands at this instant or beyond, simulated ms. */
export function useHasReached(playback: Playback, timeMs: number): boolean {
  return useSelector(playback.actor, ({ context }) => context.timeMs >= timeMs);
}

/** Whether the run stands after this instant, simulated ms. */
export function useIsBeyond(playback: Playback, timeMs: number): boolean {
  return useSelector(playback.actor, ({ context }) => context.timeMs > timeMs);
}

/** Whether the run is on its way to just this instant, simulated ms. */
export function useIsBoundFor(playback: Playback, timeMs: number): boolean {
  return useSelector(playback.actor, ({ context }) => context.goalMs === timeMs);
}

/** Simulated ms, refreshed `hz` times a second, together with every other figure sampled at that rate. */
export function usePlaybackTimeMs(playback: Playback, hz = 5): number {
  return useSampledFrame(playback.feed, timeMsOf, hz);
}

const speedOf = (snapshot: PlaybackSnapshot) => snapshot.context.speed;
const isBehindOf = (snapshot: PlaybackSnapshot) => snapshot.context.isBehind;
const durationMsOf = (snapshot: PlaybackSnapshot) => snapshot.context.durationMs;
const stopAtMsOf = (snapshot: PlaybackSnapshot) => snapshot.context.stopAtMs;
const lossOf = (snapshot: PlaybackSnapshot) => snapshot.context.loss;
const isLoopingOf = (snapshot: PlaybackSnapshot) => snapshot.context.isLooping;
const stretchOf = (snapshot: PlaybackSnapshot) => snapshot.context.stretch;
const failureOf = (snapshot: PlaybackSnapshot) => snapshot.context.failure;
const timeMsOf = (frame: Frame | null) => frame?.timeMs ?? 0;
