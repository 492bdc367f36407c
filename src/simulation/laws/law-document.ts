/** Documents that say what the textbooks draw: one service in one unit, or a few. */

import type { DistributionInput } from '../../architecture/distribution';
import type { ArchitectureDocumentInput } from '../../architecture/document';
import type { StepInput } from '../../architecture/step';

/** So many that nobody ever waits for one. */
const unlimitedSlots = 100_000;
const unlimitedQueue = 1_000_000;

export type Load = ArchitectureDocumentInput['load'];
export type UnitInput = ArchitectureDocumentInput['deployments'][number]['units'][number];

export interface LawService {
  id: string;
  steps: StepInput[];
  unit?: Partial<UnitInput>;
}

/** A service for every station; customers enter at the first one. No network cost. */
export function lawDocument(
  services: readonly LawService[],
  load: Load,
): ArchitectureDocumentInput {
  return {
    version: 1,
    id: 'law',
    modules: services.map(({ id, steps }) => ({ id, operations: { serve: steps } })),
    journeys: [{ id: 'visit', entry: `${services[0].id}.serve` }],
    load,
    deployments: [
      {
        id: 'cut',
        units: services.map(({ id, unit }) => ({
          id,
          modules: [id],
          concurrency: unlimitedSlots,
          acceptQueue: unlimitedQueue,
          ...unit,
        })),
      },
    ],
  };
}

/** Poisson arrivals. */
export function poisson(arrivalsPerMs: number): Load {
  return { kind: 'open', arrivalRatePerSecond: arrivalsPerMs * 1000 };
}

/** A queue for the cores of one unit: G servers that compute. */
export function coreStation(
  arrivalsPerMs: number,
  service: DistributionInput,
  cores: number,
): ArchitectureDocumentInput {
  const steps = [{ work: { cpuMs: service } }];
  return lawDocument([{ id: 'station', steps, unit: { cores } }], poisson(arrivalsPerMs));
}

/** A queue for the slots of one unit, which a request holds while it waits for something else. */
export function slotStation(
  arrivalsPerMs: number,
  service: DistributionInput,
  slots: number,
  waitingRoom: number,
): ArchitectureDocumentInput {
  const steps = [{ wait: { ms: service } }];
  const unit = { concurrency: slots, acceptQueue: waitingRoom };
  return lawDocument([{ id: 'station', steps, unit }], poisson(arrivalsPerMs));
}
