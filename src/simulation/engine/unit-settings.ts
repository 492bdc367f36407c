import type { AutoscalerSettings } from '../service/autoscaler';

/** What the run loop needs to know of a unit, with the document's words turned into numbers. */
export interface UnitSettings {
  id: string;
  /** No slots, no cores: its steps only take their time. */
  isUnlimited: boolean;
  replicas: number;
  /** As the document says; 0.5 is one core at half speed. */
  cores: number;
  /** Servers for CPU work in one replica. */
  coreCount: number;
  /** CPU milliseconds that one core does in a millisecond. */
  coreSpeed: number;
  concurrency: number;
  acceptQueueLimit: number;
  startupMs: number;
  memoryMiB: number;
  usdPerReplicaHour: number;
  /** One of Balancer. */
  balancer: number;
  /** Gives its slot back during waits and calls. */
  isEventLoop: boolean;
  autoscaler: AutoscalerSettings | null;
}

export const Balancer = { roundRobin: 0, random: 1, leastOutstanding: 2, twoChoices: 3 } as const;
