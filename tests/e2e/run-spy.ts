import type { Page } from '@playwright/test';
import { shop } from '../../src/architecture/shop';
import { type Frame, JourneyField, journeyFieldCount } from '../../src/simulation/frame';

interface SeenFrame {
  timeMs: number;
  journeys: Record<string, number[]>;
  hopCount: number;
}

declare global {
  interface Window {
    lastSeenFrame?: SeenFrame;
  }
}

/** What became of the requests of one journey so far. */
export interface JourneyCounts {
  arrivals: number;
  succeeded: number;
  failed: number;
}

/** The counts at one simulated instant, by deployment and journey. */
export interface RunCounts {
  timeMs: number;
  hopCount: number;
  of(deploymentId: string, journeyId: string): JourneyCounts;
}

/** Listens to what the worker tells the page. To be called before the page is opened. */
export async function spyOnRun(page: Page): Promise<() => Promise<RunCounts>> {
  await page.addInitScript(() => {
    let hopCount = 0;
    window.Worker = class extends window.Worker {
      constructor(...parameters: ConstructorParameters<typeof Worker>) {
        super(...parameters);
        this.addEventListener('message', ({ data }) => {
          if (data.type !== 'frame') return;
          const frame: Frame = data.frame;
          const journeys: Record<string, number[]> = {};
          for (const deployment of frame.deployments) {
            journeys[deployment.deploymentId] = [...deployment.journeys];
            hopCount += deployment.hops.length;
          }
          window.lastSeenFrame = { timeMs: frame.timeMs, journeys, hopCount };
        });
      }
    };
  });
  return async () => {
    const frame = await page.evaluate(() => window.lastSeenFrame);
    if (frame === undefined) throw new Error('The worker has not sent a frame yet.');
    return { timeMs: frame.timeMs, hopCount: frame.hopCount, of: countsIn(frame) };
  };
}

function countsIn(frame: SeenFrame): RunCounts['of'] {
  return (deploymentId, journeyId) => {
    const index = shop.journeys.findIndex(({ id }) => id === journeyId);
    const row = frame.journeys[deploymentId];
    if (row === undefined || index < 0) throw new Error(`No ${journeyId} in ${deploymentId}.`);
    const field = (name: keyof typeof JourneyField) =>
      row[index * journeyFieldCount + JourneyField[name]] ?? Number.NaN;
    return {
      arrivals: field('arrivals'),
      succeeded: field('ok') + field('degraded'),
      failed: field('failed'),
    };
  };
}
