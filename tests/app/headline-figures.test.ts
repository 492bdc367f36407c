import { describe, expect, test } from 'vitest';
import {
  headlineFigures,
  isSameHeadline,
  p99Tone,
  successTone,
} from '../../src/app/headline-figures';
import { shop } from '../../src/architecture/shop';
import { Simulation } from '../../src/simulation/engine/simulation';
import type { Frame } from '../../src/simulation/frame';

const [monolith] = shop.deployments;

function frameAt(timeMs: number): Frame {
  const simulation = new Simulation({
    document: shop,
    deploymentId: 'monolith',
    seed: 1,
    isObserved: true,
  });
  simulation.runUntil(timeMs);
  return { timeMs, requestsPerDot: 1, deployments: [simulation.takeFrame()] };
}

describe('the headline of a side', () => {
  test('shows what the document says until the run begins', () => {
    const { success, processCount, replicaCount, usdPerHour } = headlineFigures(null, monolith);
    expect(success).toBeNaN();
    // The card processor is somebody else's.
    expect([processCount, replicaCount]).toEqual([2, 3]);
    expect(usdPerHour).toBeCloseTo(frameAt(0).deployments[0].usdPerHour);
  });

  test('sums up all journeys of the last seconds', () => {
    const figures = headlineFigures(frameAt(8000), monolith);
    expect(figures.success).toBeGreaterThan(0.99);
    expect(figures.goodputPerSecond).toBeGreaterThan(150);
    expect(figures.goodputPerSecond).toBeLessThan(250);
    expect(figures.msP99).toBeGreaterThan(0);
    expect(figures.replicaCount).toBe(3);
  });

  test('is the same while no figure changed, those that do not exist included', () => {
    const empty = headlineFigures(null, monolith);
    expect(isSameHeadline(empty, { ...empty })).toBe(true);
    expect(isSameHeadline(empty, { ...empty, replicaCount: 4 })).toBe(false);
  });

  test('judges success and waiting', () => {
    expect([1, 0.99, 0.9, 0.6, 0.59, 0, Number.NaN].map(successTone)).toEqual([
      'fine',
      'fine',
      'degraded',
      'degraded',
      'failed',
      'failed',
      'plain',
    ]);
    const mostPatientMs = Math.max(...shop.journeys.map(({ sloMs }) => sloMs));
    expect(p99Tone(mostPatientMs, shop)).toBe('plain');
    expect(p99Tone(mostPatientMs + 1, shop)).toBe('failed');
    expect(p99Tone(Number.NaN, shop)).toBe('plain');
  });
});
