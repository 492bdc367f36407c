/** What every node of one canvas needs and no node owns. */
import { createContext, useContext, useMemo } from 'react';
import type { Cut } from '../architecture/cut';
import type { RunFeed } from '../playback/run-feed';
import type { DeploymentFrame, Frame } from '../simulation/frame';
import type { FaultPeriod } from '../workspace/fault-periods';
import type { Text } from '../workspace/use-text';

export interface Emphasis {
  readonly kind: 'module' | 'unit';
  readonly id: string;
}

export interface CanvasContextValue {
  feed: RunFeed;
  cut: Cut;
  text: Text;
  /** The faults that hold right now. */
  faults: readonly FaultPeriod[];
  /** What is spoken of: it is lit up. */
  emphasis: Emphasis | null;
  /** How often figures change, per second. */
  figureHz: number;
}

export const CanvasContext = createContext<CanvasContextValue | null>(null);

const figureHz = 5;
const figureHzReduced = 2;

export function useCanvasContext({
  isReduced,
  feed,
  cut,
  text,
  faults,
  emphasis,
}: Omit<CanvasContextValue, 'figureHz'> & { isReduced: boolean }): CanvasContextValue {
  return useMemo(
    () => ({ feed, cut, text, faults, emphasis, figureHz: isReduced ? figureHzReduced : figureHz }),
    [feed, cut, text, faults, emphasis, isReduced],
  );
}

export function useCanvas(): CanvasContextValue {
  const value = useContext(CanvasContext);
  if (value === null) throw new Error('No CanvasContext around this component.');
  return value;
}

/** The part of a frame that is about one deployment; `null` where there is none. */
export function deploymentFrameOf(
  frame: Frame | null,
  deploymentId: string,
): DeploymentFrame | null {
  return frame?.deployments.find((own) => own.deploymentId === deploymentId) ?? null;
}
