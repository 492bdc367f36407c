import { useCallback, useMemo } from 'react';
import type { ArchitectureDocument } from '../architecture/document';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import { type FaultPeriod, faultPeriodsOf, faultsAt } from '../workspace/fault-periods';
import { useWorkspace } from '../workspace/use-workspace';
import type { RunControl } from './run-control';

export interface RunFaults {
  periods: readonly FaultPeriod[];
  /** Those that hold right now. */
  active: readonly FaultPeriod[];
}

/** Every fault of the present run, and those among them that hold right now. */
export function useFaults(document: ArchitectureDocument, { playback }: RunControl): RunFaults {
  const script = useWorkspace((state) => state.script);
  const periods = useMemo(() => faultPeriodsOf(document, script), [document, script]);
  const selectActive = useCallback(
    (frame: Frame | null) => faultsAt(periods, frame?.timeMs ?? 0),
    [periods],
  );
  return {
    periods,
    active: useSampledFrame(playback.feed, selectActive, 5, isSameList),
  };
}

function isSameList(one: readonly FaultPeriod[], other: readonly FaultPeriod[]): boolean {
  return one.length === other.length && one.every((period, index) => period === other[index]);
}
