import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, TimedCommand } from '../../src/simulation/command';
import type { Frame } from '../../src/simulation/frame';
import { Checkpoints, roomBytes } from '../../src/simulation-worker/checkpoints';
import type { Occasion, WorkerMessage } from '../../src/simulation-worker/protocol';
import { RunHost, type SliceBudget } from '../../src/simulation-worker/run-host';
import { type CountingOptions, CountingSimulation, WorkClock } from './counting-simulation';
import { runOf } from './two-deployments';

const crash: Command = {
  kind: 'unit-crash',
  deploymentId: 'left',
  unitId: 'shop',
  isDown: true,
};

function hostOf(
  work: Record<string, CountingOptions> | CountingOptions,
  budget: Partial<SliceBudget> = {},
) {
  const clock = new WorkClock();
  const posted: WorkerMessage[] = [];
  const deferred: (() => void)[] = [];
  const simulations: CountingSimulation[] = [];
  const host = new RunHost({
    createSimulation(options) {
      const ofOne = 'eventsPerMs' in work ? work : work[options.deploymentId];
      const simulation = new CountingSimulation(options, clock, ofOne as CountingOptions);
      simulations.push(simulation);
      return simulation;
    },
    post: (message) => posted.push(message),
    now: clock.now,
    defer: (callback) => deferred.push(callback),
    budget,
  });
  return {
    host,
    clock,
    posted,
    simulations,
    /** One turn of the event loop; false when nothing waits. */
    turn(): boolean {
      const callback = deferred.shift();
      callback?.();
      return callback !== undefined;
    },
    frames: (): Frame[] =>
      posted.flatMap((message) => (message.type === 'frame' ? [message.frame] : [])),
  };
}

function instantsOf(frame: Frame): number[] {
  return frame.deployments.map((deployment) => deployment.units[0]);
}

const steady: CountingOptions = { eventsPerMs: 10, eventCostMs: 0.01 };

describe('an advance', () => {
  it('is answered by one frame at its goal', () => {
    const { host, turn, frames } = hostOf(steady);
    host.receive({ type: 'start', runId: 1, run: runOf() });
    host.receive({ type: 'advance', runId: 1, toMs: 16, speed: 1 });
    while (turn());
    expect(frames().map((frame) => frame.timeMs)).toEqual([16]);
  });

  it('to the present answers at once without passing time', () => {
    const { host, frames, simulations } = hostOf(steady);
    host.receive({ type: 'start', runId: 1, run: runOf() });
    host.receive({ type: 'advance', runId: 1, toMs: 0, speed: 1 });
    expect(frames().map((frame) => frame.timeMs)).toEqual([0]);
    expect(simulations.map((simulation) => simulation.events)).toEqual([0, 0]);
  });

  it('that costs more than its budget answers short of its goal, and goes on from there', () => {
    const { host, turn, frames, clock } = hostOf({ eventsPerMs: 10, eventCostMs: 1 });
    host.receive({ type: 'start', runId: 1, run: runOf() });
    host.receive({ type: 'advance', runId: 1, toMs: 1000, speed: 60 });
    while (turn());
    const first = frames()[0];
    expect(first.timeMs).toBeGreaterThan(0);
    expect(first.timeMs).toBeLessThan(1000);

    for (let request = 0; request < 20; request += 1) {
      const fromMs = clock.nowMs;
      host.receive({ type: 'advance', runId: 1, toMs: 1000, speed: 60 });
      while (turn());
      // Steps have become short enough for the answer to come when its budget ends.
      if (request > 8) expect(clock.nowMs - fromMs).toBeLessThan(40 + 2 * 8);
    }
    const times = frames().map((frame) => frame.timeMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });

  it('that has suddenly become costly still answers soon', () => {
    const work = { eventsPerMs: 1, eventCostMs: 0.001 };
    const { host, turn, frames, clock } = hostOf(work, { eventsPerLook: 1 });
    host.receive({ type: 'start', runId: 1, run: runOf() });
    // Steps have their full length by now.
    host.receive({ type: 'advance', runId: 1, toMs: 500, speed: 60 });
    while (turn());
    work.eventCostMs = 10;
    const fromMs = clock.nowMs;
    host.receive({ type: 'advance', runId: 1, toMs: 1500, speed: 60 });
    while (turn());
    expect(frames()).toHaveLength(2);
    expect(clock.nowMs - fromMs).toBeLessThan(100);
  });

  it('shows every deployment at the same instant, whatever each one costs', () => {
    const cost = fc.record({
      eventsPerMs: fc.integer({ min: 1, max: 50 }),
      eventCostMs: fc.double({ min: 0, max: 2, noNaN: true }),
    });
    const budget = fc.record({
      sliceMs: fc.integer({ min: 0, max: 10 }),
      advanceMs: fc.integer({ min: 0, max: 40 }),
      stepMs: fc.integer({ min: 1, max: 50 }),
      eventsPerLook: fc.integer({ min: 1, max: 100 }),
    });
    const goals = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(cost, cost, budget, goals, (left, right, slices, toMs) => {
        const { host, turn, frames } = hostOf({ left, right }, slices);
        host.receive({ type: 'start', runId: 1, run: runOf() });
        for (const goal of toMs) {
          host.receive({ type: 'advance', runId: 1, toMs: goal, speed: 1 });
        }
        while (turn());
        expect(frames()).toHaveLength(toMs.length);
        for (const frame of frames()) {
          expect(instantsOf(frame)).toEqual([frame.timeMs, frame.timeMs]);
        }
      }),
    );
  });

  it('about an earlier run is not answered any more', () => {
    const { host, turn, posted } = hostOf({ eventsPerMs: 10, eventCostMs: 1 });
    host.receive({ type: 'start', runId: 1, run: runOf() });
    host.receive({ type: 'advance', runId: 1, toMs: 500, speed: 1 });
    host.receive({ type: 'start', runId: 2, run: runOf() });
    host.receive({ type: 'advance', runId: 1, toMs: 500, speed: 1 });
    host.receive({ type: 'advance', runId: 2, toMs: 1, speed: 1 });
    while (turn());
    expect(posted.filter((message) => message.type === 'frame').map(({ runId }) => runId)).toEqual([
      2,
    ]);
  });
});

describe('a command', () => {
  it('gets in between two slices of an advance, at the same instant in every deployment', () => {
    const left = { eventsPerMs: 10, eventCostMs: 0.05 };
    const right = { eventsPerMs: 25, eventCostMs: 0.02 };
    const { host, turn, simulations, frames } = hostOf({ left, right }, { eventsPerLook: 7 });
    host.receive({ type: 'start', runId: 1, run: runOf() });
    host.receive({ type: 'advance', runId: 1, toMs: 60, speed: 4 });
    expect(frames()).toHaveLength(0);
    host.receive({ type: 'command', runId: 1, command: crash });
    while (turn());
    const instants = simulations.map(({ applied }) => applied.map(({ atMs }) => atMs));
    expect(instants[0]).toHaveLength(1);
    expect(instants[1]).toEqual(instants[0]);
    expect(instants[0][0]).toBeLessThan(60);
    // The frame that shows it does not wait until the advance has come to its goal.
    expect(frames().map((frame) => frame.timeMs)).toEqual(instants[0]);
  });

  it('between two advances takes nothing from the next one', () => {
    const { host, turn, frames } = hostOf(steady);
    host.receive({ type: 'start', runId: 1, run: runOf() });
    host.receive({ type: 'command', runId: 1, command: crash });
    host.receive({ type: 'advance', runId: 1, toMs: 16, speed: 1 });
    while (turn());
    expect(frames().map((frame) => frame.timeMs)).toEqual([16]);
  });

  it('is answered with the instant at which it took effect', () => {
    const { host, turn, posted } = hostOf(steady);
    host.receive({ type: 'start', runId: 1, run: runOf() });
    host.receive({ type: 'advance', runId: 1, toMs: 60, speed: 1 });
    host.receive({ type: 'command', runId: 1, command: crash });
    while (turn());
    const [applied, frame] = posted.slice(-2);
    expect(applied).toMatchObject({ type: 'applied', runId: 1, command: crash });
    expect(frame).toMatchObject({ type: 'frame' });
    if (applied.type === 'applied' && frame.type === 'frame') {
      expect(applied.atMs).toBe(frame.frame.timeMs);
    }
  });

  it('while nothing advances is applied at once', () => {
    const { host, turn, simulations } = hostOf(steady);
    host.receive({ type: 'start', runId: 1, run: runOf() });
    host.receive({ type: 'advance', runId: 1, toMs: 30, speed: 1 });
    while (turn());
    host.receive({ type: 'command', runId: 1, command: crash });
    for (const { applied } of simulations) expect(applied).toEqual([{ command: crash, atMs: 30 }]);
  });
});

describe('a script', () => {
  const script: TimedCommand[] = [
    { atMs: 0, command: crash },
    { atMs: 7.25, command: { ...crash, isDown: false } },
    { atMs: 7.25, command: crash },
    { atMs: 33, command: { ...crash, isDown: false } },
  ];

  it('takes effect at exactly its instants, in every deployment, whatever the steps', () => {
    const budget = fc.record({
      sliceMs: fc.integer({ min: 0, max: 10 }),
      advanceMs: fc.integer({ min: 1, max: 40 }),
      stepMs: fc.integer({ min: 1, max: 50 }),
      eventsPerLook: fc.integer({ min: 1, max: 100 }),
    });
    fc.assert(
      fc.property(budget, fc.integer({ min: 1, max: 40 }), (slices, pictureMs) => {
        const { host, turn, simulations, posted } = hostOf(steady, slices);
        host.receive({ type: 'start', runId: 1, run: runOf({ script }) });
        for (let toMs = 0; toMs < 40; toMs += pictureMs) {
          host.receive({ type: 'advance', runId: 1, toMs, speed: 1 });
        }
        host.receive({ type: 'advance', runId: 1, toMs: 40, speed: 1 });
        while (turn());
        while (simulations[0].nowMs < 40) {
          host.receive({ type: 'advance', runId: 1, toMs: 40, speed: 1 });
          while (turn());
        }
        for (const { applied } of simulations) expect(applied).toEqual(script);
        expect(posted.every(({ type }) => type !== 'applied')).toBe(true);
      }),
    );
  });

  it('is in force at time 0 before the run is ready, as far as it begins there', () => {
    const { host, simulations, posted } = hostOf(steady);
    host.receive({ type: 'start', runId: 7, run: runOf({ script }) });
    expect(posted).toEqual([{ type: 'ready', runId: 7, timeMs: 0 }]);
    for (const { applied } of simulations) expect(applied).toEqual([{ command: crash, atMs: 0 }]);
  });
});

describe('taking a run up again', () => {
  const late: TimedCommand = { atMs: 15_000, command: crash };

  /** Watches in pictures of 500 ms, as a run at high speed does. */
  function watchedUntil(toMs: number, script: TimedCommand[] = []) {
    const own = hostOf({ eventsPerMs: 10, eventCostMs: 0.0001 });
    const { host, turn, posted } = own;
    host.receive({ type: 'start', runId: 1, run: runOf({ script }) });
    for (let timeMs = 500; timeMs <= toMs; timeMs += 500) {
      host.receive({ type: 'advance', runId: 1, toMs: timeMs, speed: 60 });
      while (turn());
    }
    return {
      ...own,
      /** From where the run goes on. */
      resume(beforeMs: number, changed: TimedCommand[] = script): number {
        host.receive({ type: 'resume', runId: 2, script: changed, beforeMs });
        const ready = posted.at(-1);
        return ready?.type === 'ready' && ready.runId === 2 ? ready.timeMs : Number.NaN;
      },
    };
  }

  it('goes on from shortly before the instant that is sought, back and forth', () => {
    const { host, turn, resume, simulations, frames } = watchedUntil(20_000);
    for (const soughtMs of [9000, 17_000, 100]) {
      const fromMs = resume(soughtMs);
      expect(fromMs).toBeGreaterThan(soughtMs - 2500);
      expect(fromMs).toBeLessThanOrEqual(soughtMs);
      expect(simulations).toHaveLength(2);
      host.receive({ type: 'advance', runId: 2, toMs: soughtMs, speed: 60 });
      while (turn());
      expect(frames().at(-1)?.timeMs).toBe(soughtMs);
      const events = 10 * soughtMs;
      expect(simulations.map((simulation) => simulation.events)).toEqual([events, events]);
    }
  });

  it('stays where it is when that is on the way', () => {
    expect(watchedUntil(5000).resume(5000)).toBe(5000);
    expect(watchedUntil(5000).resume(90_000)).toBe(5000);
    // What lies ahead may change as it likes.
    expect(watchedUntil(5000).resume(5000, [late])).toBe(5000);
  });

  it('keeps of the past what comes before the first change of the script', () => {
    const { resume } = watchedUntil(20_000);
    const fromMs = resume(20_000, [late]);
    expect(fromMs).toBeGreaterThan(12_500);
    expect(fromMs).toBeLessThanOrEqual(late.atMs);
    expect(watchedUntil(20_000).resume(20_000, [{ ...late, atMs: 0 }])).toBe(0);
    expect(watchedUntil(20_000, [late]).resume(20_000, [])).toBe(fromMs);
    expect(watchedUntil(20_000, [late]).resume(20_000, [late])).toBe(20_000);
  });

  it('keeps nothing of a future that a command has changed', () => {
    const { host, turn, resume, simulations } = watchedUntil(20_000);
    expect(resume(5000)).toBeLessThanOrEqual(5000);
    host.receive({ type: 'advance', runId: 2, toMs: 5000, speed: 60 });
    while (turn());
    host.receive({ type: 'command', runId: 2, command: crash });
    const applied = { atMs: 5000, command: crash };
    expect(simulations.map((simulation) => simulation.applied)).toEqual([[applied], [applied]]);
    expect(resume(20_000, [applied])).toBe(5000);
    expect(resume(20_000, []), 'without it, before it took effect').toBeLessThanOrEqual(5000);
  });

  it('tells of a run that broke off meanwhile why it did', () => {
    const { host, turn, posted } = hostOf({ ...steady, failsAtEvent: 25 });
    host.receive({ type: 'start', runId: 1, run: runOf() });
    host.receive({ type: 'advance', runId: 1, toMs: 10, speed: 1 });
    while (turn());
    host.receive({ type: 'resume', runId: 2, script: [], beforeMs: 1 });
    const [first, second] = posted.slice(-2);
    expect(first).toMatchObject({ type: 'failed', runId: 1, message: 'a slot is held twice' });
    expect(second).toEqual({ ...first, runId: 2 });
  });

  it('keeps checkpoints in bounded memory, spread over the whole run, its beginning included', () => {
    const checkpoints = new Checkpoints();
    const endMs = 3_600_000;
    const bytes = roomBytes / 64;
    let kept = 0;
    for (let timeMs = 0; timeMs < endMs; timeMs += 50) {
      const events = timeMs * 10;
      if (!checkpoints.isDue(events)) continue;
      checkpoints.add({ timeMs, appliedCount: 0, events, copies: [], bytes });
      kept += 1;
    }
    expect(kept).toBeLessThan(500);
    const found = new Set<number>();
    for (let timeMs = 0; timeMs < endMs; timeMs += 500) {
      const fromMs = checkpoints.before(timeMs)?.timeMs ?? Number.NaN;
      found.add(fromMs);
      expect(timeMs - fromMs).toBeLessThan(endMs / 20);
    }
    expect(found.size).toBeLessThanOrEqual(64);
    expect(found).toContain(0);
  });
});

describe('finding an instant', () => {
  const script: TimedCommand[] = [{ atMs: 4.95, command: crash }];

  /** At 10 ms, with an event every tenth of a ms, of which every tenth is about a request. */
  function standingAt(toMs: number) {
    const own = hostOf(steady);
    own.host.receive({ type: 'start', runId: 1, run: runOf({ script }) });
    own.host.receive({ type: 'advance', runId: 1, toMs, speed: 1 });
    while (own.turn());
    const find = (fromMs: number, occasion: Occasion, isBack: boolean) => {
      own.host.receive({ type: 'find', runId: 1, fromMs, occasion, isBack });
      const found = own.posted.at(-1);
      return found?.type === 'found' ? found.timeMs : Number.NaN;
    };
    return { ...own, find };
  }

  it('tells when something happens next, and when it did last', () => {
    const { find } = standingAt(10);
    expect(find(10, 'event', false)).toBeCloseTo(10.1);
    expect(find(10, 'event', true)).toBeCloseTo(9.9);
    expect(find(10, 'request', false)).toBeCloseTo(11);
    expect(find(10, 'request', true)).toBeCloseTo(9);
    expect(find(4.93, 'event', false), 'a command is an event as well').toBe(4.95);
    expect(find(0.05, 'event', true), 'before anything has happened').toBe(0);
  });

  it('leaves the run where it is', () => {
    const { host, turn, find, simulations, frames } = standingAt(10);
    find(10, 'request', true);
    expect(simulations.map(({ nowMs, events }) => [nowMs, events])).toEqual([
      [10, 100],
      [10, 100],
    ]);
    host.receive({ type: 'advance', runId: 1, toMs: 12, speed: 1 });
    while (turn());
    expect(instantsOf(frames()[1])).toEqual([12, 12]);
  });
});

describe('a run', () => {
  it('that breaks an invariant ends with what is needed to replay it', () => {
    const right = { ...steady, failsAtEvent: 25 };
    const { host, turn, posted } = hostOf({ left: steady, right });
    host.receive({ type: 'start', runId: 3, run: runOf({ seed: 99 }) });
    host.receive({ type: 'advance', runId: 3, toMs: 10, speed: 1 });
    while (turn());
    expect(posted.at(-1)).toEqual({
      type: 'failed',
      runId: 3,
      message: 'a slot is held twice',
      seed: 99,
      atMs: 2.5,
      events: 25,
    });
    host.receive({ type: 'advance', runId: 3, toMs: 20, speed: 1 });
    expect(turn()).toBe(false);
  });

  it('goes on with the other deployment when one of them had to stop', () => {
    const work = { left: { ...steady, stopsAtMs: 5 }, right: steady };
    const { host, turn, frames, simulations } = hostOf(work);
    host.receive({ type: 'start', runId: 1, run: runOf() });
    host.receive({ type: 'advance', runId: 1, toMs: 20, speed: 1 });
    while (turn());
    const [left, right] = frames()[0].deployments;
    expect(left.stopped).toEqual({ atMs: 5, reason: 'unstable' });
    expect(right.events).toBe(200);
    expect(frames()[0].timeMs).toBe(20);
    host.receive({ type: 'command', runId: 1, command: crash });
    expect(simulations.map(({ applied }) => applied.length)).toEqual([0, 1]);
  });
});

describe('the sample of requests that are drawn', () => {
  const busy: CountingOptions = { eventsPerMs: 1, eventCostMs: 0, arrivalRatePerSecond: 200 };

  function requestsPerDotAt(speed: number): number {
    const { host, turn, frames } = hostOf(busy);
    host.receive({ type: 'start', runId: 1, run: runOf() });
    for (let frame = 1; frame <= 200; frame += 1) {
      host.receive({ type: 'advance', runId: 1, toMs: frame * 16 * speed, speed });
      while (turn());
    }
    return frames().at(-1)?.requestsPerDot ?? Number.NaN;
  }

  it('lets about forty requests start per second of the watcher, at every speed', () => {
    for (const speed of [0.25, 1, 10, 60]) {
      const requestsPerDot = requestsPerDotAt(speed);
      expect(Math.log2(requestsPerDot) % 1).toBe(0);
      const dotsPerSecond = (200 * speed) / requestsPerDot;
      expect(dotsPerSecond).toBeGreaterThan(22);
      expect(dotsPerSecond).toBeLessThan(72);
    }
  });

  it('follows a load that the user sets, in every deployment alike', () => {
    const { host, turn, simulations, frames } = hostOf(busy);
    host.receive({ type: 'start', runId: 1, run: runOf() });
    host.receive({ type: 'advance', runId: 1, toMs: 16, speed: 1 });
    while (turn());
    const command: Command = { kind: 'arrival-rate', arrivalRatePerSecond: 6400 };
    host.receive({ type: 'command', runId: 1, command });
    host.receive({ type: 'advance', runId: 1, toMs: 16, speed: 1 });
    while (turn());
    expect(frames().map((frame) => frame.requestsPerDot)).toEqual([4, 128]);
    for (const { samplings } of simulations) expect(samplings).toEqual([4, 128]);
  });
});
