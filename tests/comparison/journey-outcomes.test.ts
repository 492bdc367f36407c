import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { isSameOutcome, journeyOutcome, outcomeTone } from '../../src/comparison/journey-outcomes';
import { Simulation } from '../../src/simulation/engine/simulation';
import type { Frame } from '../../src/simulation/frame';

/** Both cuts after ten seconds without payment. */
function frameWithoutPayment(): Frame {
  const deployments = ['monolith', 'microservices'].map((deploymentId) => {
    const simulation = new Simulation({ document: shop, deploymentId, seed: 1, isObserved: true });
    simulation.apply({
      kind: 'module-fault',
      moduleId: 'payment',
      faultKind: 'crash',
      fault: { kind: 'crash' },
    });
    simulation.runUntil(10_000);
    return simulation.takeFrame();
  });
  return { timeMs: 10_000, requestsPerDot: 1, deployments };
}

describe('who gets through', () => {
  test('without payment: nobody in the monolith, all but buyers in the microservices', () => {
    const frame = frameWithoutPayment();
    const tones = (deploymentId: string) =>
      shop.journeys.map(({ id, sloMs }, index) => [
        id,
        outcomeTone(journeyOutcome(frame, deploymentId, index), sloMs),
      ]);
    expect(tones('monolith')).toEqual(shop.journeys.map(({ id }) => [id, 'failed']));
    expect(tones('microservices')).toEqual(
      shop.journeys.map(({ id }) => [id, id === 'checkout' ? 'failed' : 'fine']),
    );
  });

  test('is not known before anything has ended', () => {
    const unknown = journeyOutcome(null, 'monolith', 0);
    expect(outcomeTone(unknown, 300)).toBe('unknown');
    expect(isSameOutcome(unknown, { ...unknown })).toBe(true);
  });

  test('a reduced answer is not a full one, and a late one is not fine', () => {
    const tone = (success: number, degraded: number, msP50: number) =>
      outcomeTone({ success, degraded, msP50 }, 300);
    expect(tone(1, 0, 100)).toBe('fine');
    expect(tone(1, 0.4, 100)).toBe('degraded');
    expect(tone(0.8, 0, 100)).toBe('degraded');
    expect(tone(1, 0, 301)).toBe('slow');
    expect(tone(0.8, 0, 301)).toBe('degraded');
    expect(tone(0.2, 0.2, 301)).toBe('failed');
  });
});
