import { describe, expect, it } from 'vitest';
import type { DeploymentFrame, Frame } from '../../src/simulation/frame';
import { transferablesOf } from '../../src/simulation-worker/frame-transfer';

function frameWith(units: Float64Array, calls: Float64Array): Frame {
  const deployment: DeploymentFrame = {
    deploymentId: 'left',
    units,
    replicas: new Float64Array(0),
    slots: new Uint8Array([1, 2]),
    queues: new Uint8Array(0),
    calls,
    journeys: new Float64Array(0),
    hops: new Float64Array(0),
    windows: new Float64Array(0),
    unitWindows: new Float64Array(0),
    breakers: new Float64Array(0),
    usdPerHour: 1,
    events: 2,
    stopped: null,
  };
  return { timeMs: 5, requestsPerDot: 1, deployments: [deployment] };
}

describe('a frame on its way to the page', () => {
  it('gives its columns away instead of having them copied', () => {
    const units = Float64Array.of(1, 2, 3);
    const frame = frameWith(units, Float64Array.of(4));
    const arrived = structuredClone(frame, { transfer: transferablesOf(frame) });
    expect(Array.from(arrived.deployments[0].units)).toEqual([1, 2, 3]);
    expect(units.length).toBe(0);
  });

  it('leaves a column that is part of something larger where it is', () => {
    const table = Float64Array.of(1, 2, 3, 4);
    const frame = frameWith(table.subarray(0, 2), table.subarray(2));
    const arrived = structuredClone(frame, { transfer: transferablesOf(frame) });
    expect(Array.from(arrived.deployments[0].calls)).toEqual([3, 4]);
    expect(Array.from(table)).toEqual([1, 2, 3, 4]);
  });
});
