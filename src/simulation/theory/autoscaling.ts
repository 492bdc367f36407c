/**
 * The replica counts of Kubernetes' horizontal pod autoscaler for a recorded
 * load ("Horizontal Pod Autoscaling", algorithm details): desired = ⌈current ×
 * utilisation / target⌉, unchanged while the ratio is within 10 % of 1, and
 * down only to the most that was desired within the stabilisation time.
 */

export interface AutoscalerRules {
  min: number;
  max: number;
  targetUtilization: number;
  /** How many looks back a recommendation still counts; 1: only the present one. */
  looksKept: number;
}

/**
 * How many replicas there are before the first look and after each.
 * @param offeredCores the load in each interval between looks, in cores; every replica has one core
 */
export function autoscaledReplicas(
  offeredCores: readonly number[],
  initial: number,
  { min, max, targetUtilization, looksKept }: AutoscalerRules,
): number[] {
  const counts = [initial];
  const desired = [initial];
  for (const offered of offeredCores) {
    const current = counts[counts.length - 1];
    // Parts in a million, so that whole numbers stay whole.
    const ratio = Math.round((offered / current / targetUtilization) * 1e6) / 1e6;
    const isNear = ratio >= 0.9 && ratio <= 1.1;
    const asked = isNear ? current : Math.ceil(Math.round(current * ratio * 1e6) / 1e6);
    desired.push(Math.min(max, Math.max(min, asked)));
    const recent = desired.slice(-looksKept);
    counts.push(Math.max(desired[desired.length - 1], Math.min(current, Math.max(...recent))));
  }
  return counts;
}
