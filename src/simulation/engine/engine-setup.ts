/** What a run is made of before it begins: worked out of a document, a cut and a seed by engine/setup. */
import type { DistributionTable } from './distribution';
import type { FirstWork } from './first-work';
import type { Program } from './program';
import type { UnitSettings } from './unit-settings';

export interface NetworkSettings {
  /** Handle of the delay's distribution, ms, each way. */
  latency: number;
  /** False when the delay is constantly zero. */
  hasLatency: boolean;
  /** Handle of the distribution of the CPU demand on each side, ms. */
  serialization: number;
  /** False when that demand is constantly zero. */
  hasSerialization: boolean;
}

export interface EngineSetup {
  program: Program;
  distributions: DistributionTable;
  network: NetworkSettings;
  firstWork: FirstWork;
  units: readonly UnitSettings[];
  /** By edge: whether a policy can apply (calls that cross, deliveries excepted). */
  isPolicyEdge: readonly boolean[];
  /** By edge: the unit that calls, −1 for the customers. */
  edgeCallerUnit: readonly number[];
  moduleCount: number;
  /** Unit of each module. */
  moduleUnit: Int32Array;
  /** Objective of each journey, ms. */
  sloMs: Float64Array;
  /** Key of each journey's random numbers. */
  journeyKeys: Int32Array;
  warmupMs: number;
  /** More tasks than this end the run: the system is unstable. */
  taskLimit: number;
}
