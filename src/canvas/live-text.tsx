import { useCallback, useEffect, useRef } from 'react';
import { samplerOf } from '../playback/frame-sampler';
import type { DeploymentFrame, Frame } from '../simulation/frame';
import { deploymentFrameOf, useCanvas } from './canvas-context';

/** What reads a frame: its own deployment's part, and the whole. */
export type FrameReader<Result> = (own: DeploymentFrame | null, frame: Frame | null) => Result;

/**
 * Calls `write` with the present frame and again with every sampled one,
 * outside rendering. Keep `write` the same (`useCallback`) while it means the same.
 */
export function useLive(write: FrameReader<void>): void {
  const { feed, cut, figureHz } = useCanvas();
  const deploymentId = cut.deployment.id;
  useEffect(() => {
    const sampler = samplerOf(feed, figureHz);
    const update = () => {
      const frame = sampler.current();
      write(deploymentFrameOf(frame, deploymentId), frame);
    };
    const leave = sampler.subscribe(update);
    update();
    return leave;
  }, [feed, deploymentId, figureHz, write]);
}

export interface LiveTextProps {
  /** The words for a frame. Keep it the same (`useCallback`) while it means the same. */
  read: FrameReader<string>;
  className?: string;
}

/** A figure of the run, written straight into the page a few times a second. */
export function LiveText({ read, className }: LiveTextProps) {
  const element = useRef<HTMLSpanElement>(null);
  const write = useCallback<FrameReader<void>>(
    (own, frame) => {
      const words = read(own, frame);
      const span = element.current;
      if (span !== null && span.textContent !== words) span.textContent = words;
    },
    [read],
  );
  useLive(write);
  return <span ref={element} className={className} />;
}
