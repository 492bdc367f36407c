/** How smooth a page is: pictures, long tasks and dots, counted in the page itself, and how it is told. */
import type { CDPSession, Page } from '@playwright/test';

export interface Smoothness {
  framesPerSecond: number;
  /** Of the intervals between pictures. */
  intervalMsP95: number;
  longTasksOver50Ms: number;
  longestTaskMs: number;
  /** Share of the time that the page's main thread worked, 0 to 1. */
  mainThreadShare: number;
  dotsPerPicture: number;
  /** How often the page asked to be called with the next picture. */
  picturesAskedFor: number;
}

/** Runs in the page: counts pictures, long tasks and dots from the start. */
export function instrument(): void {
  const counts = { pictures: [] as number[], longTasks: 0, longestMs: 0, dots: 0, asked: 0 };
  Object.assign(window, { counts });
  const nextPicture = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    counts.asked += 1;
    return nextPicture(callback);
  };
  const { arc } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.arc = function (...values) {
    counts.dots += 1;
    return arc.apply(this, values);
  };
  new PerformanceObserver((list) => {
    const entries = list.getEntries();
    counts.longTasks += entries.length;
    counts.longestMs = Math.max(counts.longestMs, ...entries.map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
  const tick = (ms: number) => {
    counts.pictures.push(ms);
    nextPicture(tick);
  };
  nextPicture(tick);
}

type Counted = Window & {
  counts: {
    pictures: number[];
    longTasks: number;
    longestMs: number;
    dots: number;
    asked: number;
  };
};

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

export async function measured(
  page: Page,
  session: CDPSession,
  action: () => Promise<void>,
): Promise<Smoothness> {
  await page.evaluate(() => {
    Object.assign((window as unknown as Counted).counts, {
      pictures: [],
      longTasks: 0,
      longestMs: 0,
      dots: 0,
      asked: 0,
    });
  });
  const before = await taskSeconds(session);
  const from = performance.now();
  await action();
  const seconds = (performance.now() - from) / 1000;
  const worked = (await taskSeconds(session)) - before;
  const { pictures, longTasks, longestMs, dots, asked } = await page.evaluate(
    () => (window as unknown as Counted).counts,
  );
  const intervals = pictures.slice(1).map((ms, index) => ms - pictures[index]);
  intervals.sort((a, b) => a - b);
  return {
    framesPerSecond: Math.round((10 * pictures.length) / seconds) / 10,
    intervalMsP95: Math.round(intervals[Math.floor(intervals.length * 0.95)] ?? Number.NaN),
    longTasksOver50Ms: longTasks,
    longestTaskMs: Math.round(longestMs),
    mainThreadShare: Math.round((100 * worked) / seconds) / 100,
    dotsPerPicture: Math.round(dots / pictures.length),
    picturesAskedFor: asked,
  };
}

export function say(name: string, figures: object): void {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ name, ...figures })}\n`);
    return;
  }
  const words = Object.entries(figures).map(([key, value]) => `${key} ${value}`);
  process.stdout.write(`${name}\n  ${words.join('\n  ')}\n`);
}
