import type { Browser, Page } from '@playwright/test';
import { wallStepLimitMs } from '../../src/playback/pace';
import {
  type DeploymentFrame,
  ReplicaField,
  ReplicaState,
  replicaFieldCount,
} from '../../src/simulation/frame';
import { paymentDown } from '../../src/stories/payment-down';
import { expect, test } from './app';

/** What the worker told the page, frame by frame, as far as these tests look at it. */
interface SeenFrame {
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

async function watch(page: Page): Promise<void> {
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

const seenFrames = (page: Page) => page.evaluate(() => window.seenFrames);

/** How many frames come from the worker while the page draws so many pictures. */
async function framesDuring(page: Page, pictures: number): Promise<number> {
  return page.evaluate(async (count) => {
    const before = window.seenFrames.length;
    for (let picture = 0; picture < count; picture += 1) {
      await new Promise(requestAnimationFrame);
    }
    return window.seenFrames.length - before;
  }, pictures);
}

/** Says to the page that it can or cannot be seen, as the browser does when the tab changes. */
async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

interface Response {
  /** From the click to the picture that shows it. */
  ms: number;
  /** Frames from the click up to the one that shows it. */
  frames: number;
}

/** Clicks a button inside the page, and waits for a picture with crashed replicas on both sides. */
async function crashResponse(page: Page, button: string): Promise<Response> {
  return page.getByRole('button', { name: button, exact: true }).evaluate(
    (element) =>
      new Promise<Response>((resolve) => {
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

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  args?: { name?: string };
  /** CPU time, µs. */
  tdur?: number;
}

/** What the page's main thread did meanwhile, in CPU time: other load on the machine does not count. */
async function mainThreadTasks(
  browser: Browser,
  page: Page,
  meanwhile: () => Promise<unknown>,
): Promise<{ cpuMs: number }[]> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await meanwhile();
  const trace: { traceEvents: TraceEvent[] } = JSON.parse(String(await browser.stopTracing()));
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mainThreads = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  return trace.traceEvents.flatMap((event) =>
    event.tdur !== undefined && mainThreads.has(threadOf(event))
      ? [{ cpuMs: event.tdur / 1000 }]
      : [],
  );
}

test.describe('a run in the page', () => {
  test.beforeEach(async ({ page, shop }) => {
    await watch(page);
    await shop.open();
  });

  test('stands still while the tab is hidden, and goes on without a jump', async ({ page }) => {
    await setHidden(page, true);
    // What was asked before may still be answered; after that nothing comes for many pictures.
    await expect.poll(() => framesDuring(page, 20)).toBe(0);
    const hiddenAt = (await seenFrames(page)).length - 1;
    await setHidden(page, false);
    await page.waitForFunction((count) => window.seenFrames.length > count, hiddenAt + 3);
    const frames = await seenFrames(page);
    const [held, first, second] = frames.slice(hiddenAt);
    // The first one only starts the clock again.
    expect(first.timeMs).toBe(held.timeMs);
    // The next one shows at most as much as the player makes up for between two pictures.
    expect(second.timeMs - held.timeMs).toBeLessThanOrEqual(wallStepLimitMs);
    expect(first.wallMs - held.wallMs).toBeGreaterThan(2 * wallStepLimitMs);
  });

  test('shows a fault in a pause at once, and no time passes', async ({ page, shop }) => {
    await shop.button('Pause').click();
    await expect(shop.button('Play')).toBeVisible();
    await crashResponse(page, 'Take Payment down');
    const [before, after] = (await seenFrames(page)).slice(-2);
    expect(before.crashed).toEqual([0, 0]);
    expect(after.timeMs).toBe(before.timeMs);
  });

  for (const speed of ['1×', '60×']) {
    test(`answers a click within a tenth of a second at ${speed}`, async ({ page, shop }) => {
      await shop.choose('Speed', speed);
      const measured: Response[] = [];
      const bestMs = () => Math.min(...measured.map(({ ms }) => ms));
      // What else the machine has to do is not the page's doing: its own time is the best one.
      while (measured.length < 3 || (bestMs() >= 100 && measured.length < 10)) {
        measured.push(await crashResponse(page, 'Take Payment down'));
        // As if nobody had clicked: what is only repaired would happen again in the run that goes on.
        await page.keyboard.press('ControlOrMeta+z');
        await page.waitForFunction(() =>
          window.seenFrames.at(-1)?.crashed.every((count) => count === 0),
        );
      }
      const description = JSON.stringify(measured);
      test.info().annotations.push({ type: 'from click to picture', description });
      // One frame may have been on its way when the click came.
      expect(Math.max(...measured.map(({ frames }) => frames)), description).toBeLessThanOrEqual(2);
      expect(bestMs(), description).toBeLessThan(100);
    });
  }

  for (const speed of ['1×', '10×']) {
    test(`leaves the page free to answer while it plays at ${speed}`, async ({
      page,
      shop,
      browser,
    }) => {
      await shop.choose('Speed', speed);
      const tasks = await mainThreadTasks(browser, page, () => framesDuring(page, 120));
      const longest = Math.max(...tasks.map(({ cpuMs }) => cpuMs));
      test.info().annotations.push({ type: 'longest task, ms', description: longest.toFixed(1) });
      expect(tasks.length).toBeGreaterThan(100);
      expect(longest).toBeLessThan(50);
    });
  }
});

test('goes back in a story without running it from the start again', async ({ page, shop }) => {
  const steps = paymentDown.steps;
  const goTo = async (index: number) => {
    await shop.button(`Step ${index + 1} of ${steps.length}`).click();
    await expect.poll(async () => (await seenFrames(page)).at(-1)?.timeMs).toBe(steps[index].atMs);
  };
  await watch(page);
  await page.goto('./?lang=en&story=payment-down');
  await goTo(steps.length - 1);
  await goTo(2);
  const resumed = await page.evaluate(() => window.readyAtMs.at(-1));
  expect(resumed).toBeGreaterThan(steps[2].atMs / 2);
  expect(resumed).toBeLessThanOrEqual(steps[2].atMs);
});

test('a simulation that cannot be loaded says so, and starts over on demand', async ({
  page,
  complaints,
}) => {
  await page.route('**/worker-*.js', (route) => route.abort());
  await page.goto('./?lang=en');
  await expect(page.getByText('The simulation has stopped')).toBeVisible();
  // Some browsers complain of the script that did not arrive: that is the case of this test.
  complaints.length = 0;

  await page.unroute('**/worker-*.js');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByText('The simulation has stopped')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeEnabled();
});
