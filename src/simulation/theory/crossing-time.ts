/** What it costs on the average that a call goes from one process to another. */

import { meanOf } from '../../architecture/distribution-mean';
import type { Deployment, Unit } from '../../architecture/document';

/**
 * What the boundary adds to an awaited call, ms: the network both ways, and
 * turning the call into bytes and back on a core of each side. No waiting.
 */
export function crossingMs(
  { network, units }: Deployment,
  { callerId, calleeId }: { callerId: string; calleeId: string },
): number {
  const serializationMs = meanOf(network.serializationCpuMs);
  const cpuMs = [callerId, calleeId].map((moduleId) => {
    const unit = units.find(({ modules }) => modules.includes(moduleId));
    return unit === undefined || unit.external ? 0 : serializationMs / coreSpeed(unit);
  });
  return 2 * meanOf(network.latencyMs) + cpuMs[0] + cpuMs[1];
}

/** The CPU demand that one core of a unit meets in a ms; 1.5 cores are two of three quarters of the speed. */
function coreSpeed({ cores, speed }: Unit): number {
  return (speed * cores) / Math.ceil(cores);
}
