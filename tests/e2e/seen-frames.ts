import type { Page } from '@playwright/test';
import {
  type DeploymentFrame,
  ReplicaField,
  ReplicaState,
  replicaFieldCount,
} from '../../src/simulation/frame';

/** What the worker told the page, frame by frame, as far as tests look at it. */
export interface SeenFrame {
  wallMs: number;
  timeMs: number;
  /** Crashed replicas by deployment. */
  crashed: number[];
}

declare global {
  interface Window {
    seenFrames: SeenFrame[];
    /** From where each start of a run went on, simulated ms. */
    readyAtMs: number[];
  }
}

/** Listens to the worker. To be called before the page is opened. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(
    ({ state, crashed, fieldCount }) => {
      window.seenFrames = [];
      window.readyAtMs = [];
      const crashedIn = ({ replicas }: DeploymentFrame) =>
        replicas.filter((value, at) => at % fieldCount === state && value === crashed).length;
      window.Worker = class extends window.Worker {
        constructor(...parameters: ConstructorParameters<typeof Worker>) {
          super(...parameters);
          this.addEventListener('message', ({ data }) => {
            if (data.type === 'ready') window.readyAtMs.push(data.timeMs);
            if (data.type !== 'frame') return;
            const { timeMs, deployments } = data.frame;
            window.seenFrames.push({
              wallMs: performance.now(),
              timeMs,
              crashed: deployments.map(crashedIn),
            });
          });
        }
      };
    },
    { state: ReplicaField.state, crashed: ReplicaState.crashed, fieldCount: replicaFieldCount },
  );
}

export const seenFrames = (page: Page) => page.evaluate(() => window.seenFrames);

export interface CrashResponse {
  /** From the click to the picture that shows it. */
  ms: number;
  /** Frames from the click up to the one that shows it. */
  frames: number;
}

/** Clicks a button inside the page, and waits for a picture with crashed replicas on both sides. */
export async function crashResponse(page: Page, button: string): Promise<CrashResponse> {
  return page.getByRole('button', { name: button, exact: true }).evaluate(
    (element) =>
      new Promise<CrashResponse>((resolve) => {
        const clickedAtMs = performance.now();
        const framesBefore = window.seenFrames.length;
        (element as HTMLButtonElement).click();
        const look = () => {
          const frames = window.seenFrames.slice(framesBefore);
          const at = frames.findIndex(({ crashed }) => crashed.every((count) => count > 0));
          if (at < 0) requestAnimationFrame(look);
          else resolve({ ms: performance.now() - clickedAtMs, frames: at + 1 });
        };
        look();
      }),
  );
}
