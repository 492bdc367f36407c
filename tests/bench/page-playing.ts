/** A story that is played: long tasks by speed, what the page and its worker hold, and twenty seeds. */
import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { measured, say } from './smoothness.ts';

/** Until a page has what it needs, and for how long it is then watched. */
const settlingMs = 3000;
const playedMs = 10_000;
/** A run without an end is played fast for this long, to see whether it grows with simulated time. */
const fastMs = 60_000;
const mib = 2 ** 20;

/** `parts`: default all of them. */
export async function benchPlaying(
  page: Page,
  session: CDPSession,
  address: string,
  parts: readonly string[] = ['speeds', 'seeds', 'memory'],
): Promise<void> {
  await session.send('HeapProfiler.enable');
  if (parts.includes('speeds')) await benchSpeeds(page, session, address);
  if (parts.includes('seeds')) await benchSeeds(page, address);
  if (parts.includes('memory')) await benchMemory(page, session, address);
}

async function benchSpeeds(page: Page, session: CDPSession, address: string): Promise<void> {
  for (const speed of [1, 10, 60]) {
    await page.goto(`${address}?lang=en&theme=light&story=payment-down`);
    await page.locator('.unit').first().waitFor();
    // It plays up to its first step and waits there.
    await setTimeout(settlingMs);
    await setSpeed(page, speed);
    // Over and over, past the places where it waits for its reader.
    await page.keyboard.press('l');
    await page.locator('.transport-play[aria-label="Play"]').click();
    await setTimeout(settlingMs);
    const smoothness = await measured(page, session, () => setTimeout(playedMs));
    say(`a story, ${speed}×`, { ...smoothness, ...(await taskTimes(page)) });
  }
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  args?: { name?: string };
  /** CPU time of its thread, µs. */
  tdur?: number;
}

/**
 * The main thread's tasks by the processor time that they take themselves: on a
 * busy machine a task that has to wait for a core seems long and is not.
 */
async function taskTimes(page: Page) {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser of its own.');
  await browser.startTracing(page, { categories: ['toplevel'] });
  await setTimeout(playedMs);
  const trace = JSON.parse((await browser.stopTracing()).toString());
  const events: TraceEvent[] = trace.traceEvents;
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const cpuMs = events
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask' && mains.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000);
  return {
    tasks: cpuMs.length,
    tasksOver50MsCpu: cpuMs.filter((ms) => ms > 50).length,
    longestTaskMsCpu: Math.round(Math.max(0, ...cpuMs)),
  };
}

/**
 * From the click on "How sure?" to the bands, each time in a fresh page: a second after its reader
 * has come to the question, and where the story's step was read before.
 */
async function benchSeeds(page: Page, address: string): Promise<void> {
  for (const readMs of [0, 6000]) {
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await page.goto(`${address}?lang=en&theme=light&story=payment-down&step=4`);
      const ask = page.getByRole('button', { name: 'How sure' }).first();
      await ask.waitFor();
      await setTimeout(readMs);
      await ask.hover();
      await setTimeout(1000);
      times.push(await ask.evaluate(untilBands));
    }
    const when = readMs === 0 ? 'just loaded' : `read for ${readMs / 1000} s`;
    say(`20 seeds of a story, both cuts, ${when}: click to bands`, {
      ms: times.map(Math.round).join(', '),
    });
  }
}

/** Runs in the page. */
async function untilBands(button: HTMLElement | SVGElement): Promise<number> {
  const fromMs = performance.now();
  (button as HTMLElement).click();
  const nextPicture = () => new Promise((done) => requestAnimationFrame(done));
  while (!document.querySelector('.trend-band-2')?.getAttribute('d')) await nextPicture();
  return performance.now() - fromMs;
}

/** What is held after playing, each after a collection: at normal speed, and over much simulated time. */
async function benchMemory(page: Page, session: CDPSession, address: string): Promise<void> {
  const minutes = Number(process.argv[process.argv.indexOf('--minutes') + 1]) || 1;
  await page.goto(`${address}?lang=en&theme=light`);
  await page.locator('.unit').first().waitFor();
  await setTimeout(5000);
  say('memory after 5 s, 1×', await held(page, session));
  for (let minute = 1; minute <= minutes; minute += 1) {
    await setTimeout(60_000);
    say(`memory after ${minute} min, 1×`, await held(page, session));
  }
  await setSpeed(page, 60);
  await setTimeout(fastMs);
  say('memory after a minute more, 60×', await held(page, session));
  await setTimeout(fastMs);
  say('memory after two minutes more, 60×', await held(page, session));
}

async function held(page: Page, session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const workers = await workerHeaps(session);
  return {
    clock: await page.getByRole('timer').innerText(),
    pageMiB: inMiB(metric('JSHeapUsedSize')),
    workersMiB: workers.map(inMiB).join(', '),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

function inMiB(bytes: number): number {
  return Math.round((10 * bytes) / mib) / 10;
}

/** What each worker's own objects and its buffers take, after a collection, bytes. */
async function workerHeaps(session: CDPSession): Promise<number[]> {
  const targets: string[] = [];
  const note = ({ sessionId }: { sessionId: string }) => targets.push(sessionId);
  session.on('Target.attachedToTarget', note);
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const heaps = await Promise.all(
    targets.map(async (sessionId) => {
      await ask(session, sessionId, 'HeapProfiler.collectGarbage');
      const usage = await ask(session, sessionId, 'Runtime.getHeapUsage');
      return Number(usage.usedSize) + Number(usage.backingStorageSize ?? 0);
    }),
  );
  session.off('Target.attachedToTarget', note);
  await session.send('Target.setAutoAttach', {
    autoAttach: false,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return heaps;
}

let lastId = 0;

/** A request of the protocol to a worker, which answers through the page's session. */
async function ask(
  session: CDPSession,
  sessionId: string,
  method: string,
): Promise<Record<string, unknown>> {
  lastId += 1;
  const id = lastId;
  const answer = new Promise<Record<string, unknown>>((resolve) => {
    const listen = (event: { sessionId: string; message: string }) => {
      const read = JSON.parse(event.message);
      if (event.sessionId !== sessionId || read.id !== id) return;
      session.off('Target.receivedMessageFromTarget', listen);
      resolve(read.result ?? {});
    };
    session.on('Target.receivedMessageFromTarget', listen);
  });
  await session.send('Target.sendMessageToTarget', {
    sessionId,
    message: JSON.stringify({ id, method }),
  });
  return answer;
}

async function setSpeed(page: Page, speed: number): Promise<void> {
  const choices = page.getByRole('radiogroup', { name: 'Speed' }).locator('label');
  await choices.filter({ hasText: `${speed}×` }).click();
}
