import type { ArchitectureDocumentInput } from '../../src/architecture/document';

/** The least that a document needs: one server, one kind of visit. */
export function smallestDocument(): ArchitectureDocumentInput {
  return {
    version: 1,
    id: 'single',
    modules: [
      {
        id: 'server',
        operations: { serve: [{ work: { cpuMs: { kind: 'exponential', mean: 8 } } }] },
      },
    ],
    journeys: [{ id: 'visit', entry: 'server.serve' }],
    load: { kind: 'open', arrivalRatePerSecond: 100 },
    deployments: [{ id: 'one', units: [{ id: 'server', modules: ['server'] }] }],
  };
}
