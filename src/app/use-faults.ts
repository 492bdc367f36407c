import { useCallback, useMemo } from 'react';
import type { ArchitectureDocument } from '../architecture/document';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import { type FaultPeriod, faultPeriodsOf, faultsAt } from '../workspace/fault-periods';
import { useLoggedCommands } from '../workspace/run-log';
import type { RunControl } from './run-control';

export interface RunFaults {
  periods: readonly FaultPeriod[];
  /** Those that hold right now. */
  active: readonly FaultPeriod[];
  /** The run holds nothing that the user did on the way, so that any instant comes out the same again. */
  canSeek: boolean;
}

/** Every fault of the present run, and those among them that hold right now. */
export function useFaults(
  document: ArchitectureDocument,
  { log, playback }: RunControl,
): RunFaults {
  const commands = useLoggedCommands(log);
  const periods = useMemo(() => faultPeriodsOf(document, commands), [document, commands]);
  const selectActive = useCallback(
    (frame: Frame | null) => faultsAt(periods, frame?.timeMs ?? 0),
    [periods],
  );
  return {
    periods,
    active: useSampledFrame(playback.feed, selectActive, 5, isSameList),
    canSeek: commands.every(({ atMs }) => atMs === 0),
  };
}

function isSameList(one: readonly FaultPeriod[], other: readonly FaultPeriod[]): boolean {
  return one.length === other.length && one.every((period, index) => period === other[index]);
}
