import * as v from 'valibot';
import { type ArchitectureDocument, documentSchema } from '../../src/architecture/document';
import type { RunRequest } from '../../src/simulation-worker/protocol';

/** One module under two cuts of the same size: the least that a comparison needs. */
export const twoDeployments: ArchitectureDocument = v.parse(documentSchema, {
  version: 1,
  id: 'pair',
  modules: [{ id: 'web', operations: { home: [{ work: { cpuMs: 1 } }] } }],
  journeys: [{ id: 'browse', entry: 'web.home' }],
  load: { kind: 'open', arrivalRatePerSecond: 200 },
  deployments: [
    { id: 'left', units: [{ id: 'shop', modules: ['web'] }] },
    { id: 'right', units: [{ id: 'shop', modules: ['web'] }] },
  ],
});

export function runOf(changes: Partial<RunRequest> = {}): RunRequest {
  return {
    document: twoDeployments,
    deploymentIds: ['left', 'right'],
    seed: 1,
    script: [],
    ...changes,
  };
}
