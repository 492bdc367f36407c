/** The coarse state of a unit for React: it renders a node again only when this changes. */
import { useCallback, useMemo } from 'react';
import type { Unit } from '../architecture/document';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Fault } from '../simulation/command';
import { BreakerState, CallField, callFieldCount, type Frame } from '../simulation/frame';
import { faultsOfUnit } from '../workspace/subject';
import { type UnitStatus, unitStatusOf } from '../workspace/unit-status';
import { deploymentFrameOf, useCanvas } from './canvas-context';
import { faultsAtModule, type ReplicaCounts, replicaCountsOf } from './unit-reading';

const stateHz = 5;

export function useUnitFaults(unit: Unit): readonly Fault[] {
  const { faults, cut } = useCanvas();
  return useMemo(() => faultsOfUnit(faults, cut.deployment.id, unit), [faults, cut, unit]);
}

export function useModuleFaults(moduleId: string): readonly Fault[] {
  const { faults } = useCanvas();
  return useMemo(() => faultsAtModule(faults, moduleId), [faults, moduleId]);
}

export function useUnitStatus(unit: Unit, unitIndex: number): UnitStatus {
  const { feed, cut } = useCanvas();
  const faults = useUnitFaults(unit);
  const select = useCallback(
    (frame: Frame | null) => {
      const own = deploymentFrameOf(frame, cut.deployment.id);
      return unitStatusOf(own?.units ?? null, unitIndex, unit.external, faults);
    },
    [cut, unit, unitIndex, faults],
  );
  return useSampledFrame(feed, select, stateHz);
}

export interface ReplicaSummary extends Omit<ReplicaCounts, 'progressMax'> {
  /** All but those that drain. */
  total: number;
}

/** Before the first frame, what the document says. */
export function useReplicas(unit: Unit, unitIndex: number): ReplicaSummary {
  const { feed, cut } = useCanvas();
  const select = useCallback(
    (frame: Frame | null): ReplicaSummary => {
      const own = deploymentFrameOf(frame, cut.deployment.id);
      if (own === null) return summaryOf(unit);
      const { progressMax: _, ...counts } = replicaCountsOf(own, unitIndex, cut.units.length);
      return { ...counts, total: counts.ready + counts.starting + counts.crashed };
    },
    [cut, unit, unitIndex],
  );
  return useSampledFrame(feed, select, stateHz, isSameSummary);
}

function summaryOf({ replicas }: Unit): ReplicaSummary {
  return {
    total: replicas,
    ready: replicas,
    starting: 0,
    draining: 0,
    crashed: 0,
    stale: 0,
    isGoingBack: false,
    fresh: replicas,
    wanted: replicas,
  };
}

function isSameSummary(one: ReplicaSummary, other: ReplicaSummary): boolean {
  return (Object.keys(one) as (keyof ReplicaSummary)[]).every((key) => one[key] === other[key]);
}

/** The worst breaker among some call edges: one of BreakerState. */
export function useBreaker(edgeIndices: readonly number[]): number {
  const { feed, cut } = useCanvas();
  const select = useCallback(
    (frame: Frame | null) => {
      const own = deploymentFrameOf(frame, cut.deployment.id);
      if (own === null) return BreakerState.none;
      return edgeIndices.reduce<number>(
        (worst, edge) =>
          Math.max(worst, own.calls[edge * callFieldCount + CallField.breakerState] ?? 0),
        BreakerState.none,
      );
    },
    [cut, edgeIndices],
  );
  return useSampledFrame(feed, select, stateHz);
}
