/** The models that are timed: stations in a row, each an M/M/c. */
import type { ArchitectureDocumentInput } from '../../src/architecture/document';

export interface BenchStation {
  servers: number;
  meanServiceMs: number;
}

export interface BenchCase {
  id: string;
  name: string;
  arrivalsPerMs: number;
  stations: readonly BenchStation[];
}

export const benchCases: readonly BenchCase[] = [
  {
    id: 'A',
    name: 'M/M/1',
    arrivalsPerMs: 0.8,
    stations: [{ servers: 1, meanServiceMs: 1 }],
  },
  {
    id: 'B',
    name: 'M/M/8',
    arrivalsPerMs: 7.2,
    stations: [{ servers: 8, meanServiceMs: 1 }],
  },
  {
    id: 'C',
    name: 'six stations',
    arrivalsPerMs: 0.75,
    stations: [1, 2, 1, 4, 1, 2].map((servers) => ({ servers, meanServiceMs: servers })),
  },
];

/** One arrival and one departure from each station. */
export function eventsPerRequest({ stations }: BenchCase): number {
  return 1 + stations.length;
}

/** The same model as a document: the first station calls the others, one after the other. */
export function documentOf({ id, arrivalsPerMs, stations }: BenchCase): ArchitectureDocumentInput {
  const work = (meanServiceMs: number) => ({
    work: { cpuMs: { kind: 'exponential' as const, mean: meanServiceMs } },
  });
  return {
    version: 1,
    id: `bench-${id.toLowerCase()}`,
    modules: stations.map(({ meanServiceMs }, i) => ({
      id: `station-${i}`,
      operations: {
        serve:
          i === 0
            ? [
                work(meanServiceMs),
                ...stations.slice(1).map((_, next) => ({ call: `station-${next + 1}.serve` })),
              ]
            : [work(meanServiceMs)],
      },
    })),
    journeys: [{ id: 'visit', entry: 'station-0.serve' }],
    load: { kind: 'open', arrivalRatePerSecond: arrivalsPerMs * 1000 },
    deployments: [
      {
        id: 'bench',
        units: stations.map(({ servers }, i) => ({
          id: `station-${i}`,
          modules: [`station-${i}`],
          cores: servers,
          concurrency: 100_000,
          acceptQueue: 1_000_000,
        })),
      },
    ],
  };
}
