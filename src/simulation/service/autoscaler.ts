/**
 * The horizontal pod autoscaler of Kubernetes: desired = ⌈current × measured /
 * target⌉, unless the ratio is within 10 % of 1; replicas that are not ready
 * count as idle when it would scale up; it scales down only to the most that it
 * has wanted within the stabilisation time. (Kubernetes documentation,
 * "Horizontal Pod Autoscaling", algorithm details.)
 */
import type { EngineState } from '../engine/engine-state';
import { EventKind } from '../engine/task-state';
import { Integral } from '../measurement/unit-totals';
import { scaleUnit } from './replicas';

export interface AutoscalerSettings {
  min: number;
  max: number;
  targetUtilization: number;
  everyMs: number;
  stabilizationMs: number;
}

/** What one unit's autoscaler remembers. */
export interface AutoscalerMemory {
  busyAtLastLook: number;
  readyAtLastLook: number;
  /** Recommendations within the stabilisation time, oldest first. */
  recommendations: { atMs: number; replicas: number }[];
}

const tolerance = 0.1;

/**
 * The replicas that Kubernetes' formula asks for.
 * @param measured mean utilisation of the ready replicas, 0 to 1
 */
export function recommendedReplicas(
  settings: AutoscalerSettings,
  current: number,
  ready: number,
  measured: number,
): number {
  let desired = current;
  const ratio = measured / settings.targetUtilization;
  if (Math.abs(ratio - 1) > tolerance && ready > 0) {
    const overAll = (ratio * ready) / current;
    if (ratio > 1 && ready < current) {
      // Not ready means idle: that must not turn growth into shrinking.
      if (overAll > 1 + tolerance) desired = ceiling(overAll * current);
    } else {
      desired = ceiling(ratio * ready);
    }
  }
  return Math.min(settings.max, Math.max(settings.min, desired));
}

export function startAutoscalers(s: EngineState): void {
  s.setup.units.forEach(({ autoscaler }, unit) => {
    if (!autoscaler) return;
    // What there is counts as the first recommendation: nothing is taken away at the first look.
    const replicas = s.wantedReplicas[unit];
    s.autoscalers[unit].recommendations.push({ atMs: s.nowMs, replicas });
    s.schedule(s.nowMs + autoscaler.everyMs, EventKind.autoscaler, unit);
  });
}

/** The autoscaler of a unit looks, and looks again later. */
export function autoscale(s: EngineState, unit: number): void {
  const settings = s.setup.units[unit].autoscaler;
  if (!settings) return;
  s.schedule(s.nowMs + settings.everyMs, EventKind.autoscaler, unit);
  const memory = s.autoscalers[unit];
  const busy = s.unitTotals.upTo(unit, Integral.coresBusy, s.nowMs);
  const ready = s.unitTotals.upTo(unit, Integral.coresReady, s.nowMs);
  const readyTime = ready - memory.readyAtLastLook;
  const measured = readyTime > 0 ? (busy - memory.busyAtLastLook) / readyTime : 0;
  memory.busyAtLastLook = busy;
  memory.readyAtLastLook = ready;
  const current = s.wantedReplicas[unit];
  // Scaled to none means switched off.
  if (current === 0) return;
  const readyNow = s.unitTotals.value(unit, Integral.replicasReady);
  const replicas = recommendedReplicas(settings, current, readyNow, measured);
  const stable = stabilized(memory, settings, s.nowMs, replicas);
  const wanted = replicas < current ? Math.min(current, stable) : replicas;
  if (wanted !== current) scaleUnit(s, unit, wanted);
}

/** The most that was recommended within the stabilisation time; what is exactly as old is too old. */
function stabilized(
  memory: AutoscalerMemory,
  { stabilizationMs }: AutoscalerSettings,
  nowMs: number,
  replicas: number,
): number {
  memory.recommendations = memory.recommendations.filter(
    ({ atMs }) => atMs > nowMs - stabilizationMs,
  );
  memory.recommendations.push({ atMs: nowMs, replicas });
  return memory.recommendations.reduce((most, each) => Math.max(most, each.replicas), 0);
}

/** Rounds up, forgiving what floating point adds to a whole number. */
function ceiling(value: number): number {
  return Math.ceil(value - 1e-9);
}
