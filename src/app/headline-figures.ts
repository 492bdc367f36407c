import type { ArchitectureDocument, Deployment } from '../architecture/document';
import {
  type DeploymentFrame,
  type Frame,
  JourneyField,
  journeyFieldCount,
  UnitField,
  unitFieldCount,
} from '../simulation/frame';

export interface HeadlineFigures {
  /** 0 to 1; NaN while nothing has ended. */
  success: number;
  msP99: number;
  goodputPerSecond: number;
  usdPerHour: number;
  /** Processes that are ours to run: external ones do not count. */
  processCount: number;
  replicaCount: number;
}

/** The figures of a side at one instant; of an empty run before the first frame. */
export function headlineFigures(frame: Frame | null, deployment: Deployment): HeadlineFigures {
  const ours = deployment.units.filter(({ external }) => !external);
  const shown = frame?.deployments.find(({ deploymentId }) => deploymentId === deployment.id);
  if (shown === undefined) {
    return {
      success: Number.NaN,
      msP99: Number.NaN,
      goodputPerSecond: Number.NaN,
      usdPerHour: ours.reduce((sum, unit) => sum + unit.replicas * unit.usdPerReplicaHour, 0),
      processCount: ours.length,
      replicaCount: ours.reduce((sum, unit) => sum + unit.replicas, 0),
    };
  }
  const lastRow = shown.journeys.length - journeyFieldCount;
  const total = (field: number) => shown.journeys[lastRow + field];
  return {
    success: total(JourneyField.recentSuccess),
    msP99: total(JourneyField.recentMsP99),
    goodputPerSecond: total(JourneyField.recentGoodputPerSecond),
    usdPerHour: shown.usdPerHour,
    processCount: ours.length,
    replicaCount: replicaCount(shown, deployment),
  };
}

function replicaCount(frame: DeploymentFrame, deployment: Deployment): number {
  return deployment.units.reduce(
    (sum, unit, index) =>
      unit.external ? sum : sum + frame.units[index * unitFieldCount + UnitField.replicaCount],
    0,
  );
}

export function isSameHeadline(one: HeadlineFigures, other: HeadlineFigures): boolean {
  const names = Object.keys(one) as (keyof HeadlineFigures)[];
  return names.every((name) => Object.is(one[name], other[name]));
}

export type Tone = 'plain' | 'fine' | 'degraded' | 'failed';

export function successTone(success: number): Tone {
  if (Number.isNaN(success)) return 'plain';
  if (success >= 0.99) return 'fine';
  return success >= 0.6 ? 'degraded' : 'failed';
}

/** Judged by the most patient journey: whoever exceeds its objective exceeds them all. */
export function p99Tone(msP99: number, { journeys }: ArchitectureDocument): Tone {
  return msP99 > Math.max(...journeys.map(({ sloMs }) => sloMs)) ? 'failed' : 'plain';
}
