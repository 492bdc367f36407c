import { describe, expect, it } from 'vitest';
import { createPlayback } from '../../src/playback/playback';
import { modeOf } from '../../src/playback/playback-machine';
import type { Command, TimedCommand } from '../../src/simulation/command';
import type { Frame } from '../../src/simulation/frame';
import { SimulationClient } from '../../src/simulation-worker/client';
import {
  type CountingOptions,
  CountingSimulation,
  WorkClock,
} from '../simulation-worker/counting-simulation';
import { runOf } from '../simulation-worker/two-deployments';
import { InlineWorker } from './inline-worker';
import { StepWatcher } from './step-watcher';

const crash: Command = { kind: 'unit-crash', deploymentId: 'left', unitId: 'shop', isDown: true };

function player(work: CountingOptions = { eventsPerMs: 1, eventCostMs: 0 }) {
  const workers: InlineWorker<CountingSimulation>[] = [];
  const watcher = new StepWatcher();
  const client = new SimulationClient(() => {
    const clock = new WorkClock();
    const worker = new InlineWorker(
      (options) => new CountingSimulation(options, clock, work),
      clock.now,
    );
    workers.push(worker);
    return worker;
  });
  const playback = createPlayback({ client, watcher });
  const worker = () => workers[workers.length - 1];
  return {
    playback,
    watcher,
    worker,
    workers,
    mode: () => modeOf(playback.actor.getSnapshot()),
    timeMs: () => playback.actor.getSnapshot().context.timeMs,
    settle: () => worker().settle(),
    /** Pictures at sixty per second, the worker answering between them. */
    watch(ms: number): void {
      for (let passed = 0; passed < ms; passed += 20) {
        watcher.pass(20);
        worker().settle();
      }
    },
  };
}

describe('playing a run', () => {
  it('shows a picture of time 0 as soon as it is loaded, and waits', () => {
    const { playback, mode, settle, watcher } = player();
    playback.load(runOf());
    expect(mode()).toBe('loading');
    settle();
    expect(mode()).toBe('ready');
    expect(playback.feed.current()?.timeMs).toBe(0);
    expect(watcher.isWaiting).toBe(false);
  });

  it('passes simulated time at the chosen speed', () => {
    const { playback, settle, watch, timeMs } = player();
    playback.load(runOf(), { autoplay: true });
    settle();
    watch(1000);
    // The first picture only starts the clock.
    expect(timeMs()).toBeCloseTo(980);
    playback.setSpeed(10);
    watch(1000);
    expect(timeMs()).toBeCloseTo(10_980);
    expect(playback.feed.pacing()).toEqual({ fromMs: 10_780, toMs: 10_980, speed: 10 });
  });

  it('freezes in a pause and goes on from there without a jump', () => {
    const { playback, settle, watch, watcher, timeMs } = player();
    playback.load(runOf(), { autoplay: true });
    settle();
    watch(500);
    playback.pause();
    const heldMs = timeMs();
    expect(watcher.isWaiting).toBe(false);
    watch(5000);
    expect(timeMs()).toBe(heldMs);
    playback.play();
    watch(100);
    expect(timeMs()).toBeCloseTo(heldMs + 80);
  });

  it('stops while nobody can see it and does not jump on return', () => {
    const { playback, settle, watch, watcher, timeMs, worker } = player();
    playback.load(runOf(), { autoplay: true });
    settle();
    watch(500);
    const heldMs = timeMs();
    for (const [hide, show] of [
      [() => watcher.setSeen(false), () => watcher.setSeen(true)],
      [() => playback.setOnScreen(false), () => playback.setOnScreen(true)],
    ]) {
      const fromMs = timeMs();
      hide();
      expect(playback.feed.isPlaying).toBe(false);
      const asked = worker().asked.length;
      watch(60_000);
      expect(worker().asked.length).toBe(asked);
      show();
      expect(playback.feed.isPlaying).toBe(true);
      watch(100);
      expect(timeMs()).toBeCloseTo(fromMs + 80);
    }
    expect(timeMs()).toBeCloseTo(heldMs + 160);
  });

  it('never has more than one question under way', () => {
    const { playback, settle, watcher, worker } = player();
    playback.load(runOf(), { autoplay: true });
    settle();
    const before = worker().asked.length;
    for (let picture = 0; picture < 10; picture += 1) watcher.pass(16);
    expect(worker().asked.length - before).toBe(1);
  });

  it('asks again at once when an answer came too late for its picture', () => {
    const { playback, settle, watcher, worker } = player();
    playback.load(runOf(), { autoplay: true });
    settle();
    watcher.pass(16);
    settle();
    const goals = () =>
      worker().asked.flatMap((message) => (message.type === 'advance' ? [message.toMs] : []));
    watcher.pass(16);
    watcher.pass(16);
    expect(goals().at(-1)).toBe(16);
    settle();
    expect(goals().at(-1)).toBe(32);
    const asked = goals().length;
    settle();
    expect(goals()).toHaveLength(asked);
  });

  it('slows the simulated clock down when the simulation cannot keep up, and says so', () => {
    // An event a simulated ms, each of 1 ms in both deployments: at most 16 simulated ms per 32 ms.
    const { playback, settle, watch, timeMs, worker } = player({ eventsPerMs: 1, eventCostMs: 1 });
    playback.load(runOf(), { autoplay: true });
    playback.setSpeed(60);
    settle();
    watch(2000);
    expect(timeMs()).toBeGreaterThan(500);
    expect(timeMs()).toBeLessThan(10_000);
    expect(playback.actor.getSnapshot().context.isBehind).toBe(true);
    const goals = worker().asked.flatMap((message) =>
      message.type === 'advance' ? [message.toMs] : [],
    );
    expect(Math.max(...goals) - timeMs()).toBeLessThan(60 * 20 + 1);
    playback.pause();
    expect(playback.actor.getSnapshot().context.isBehind).toBe(false);
  });

  it('ends exactly at its duration, and starts over when played again', () => {
    const { playback, settle, watch, mode, timeMs } = player();
    playback.load(runOf(), { autoplay: true, durationMs: 300 });
    settle();
    watch(1000);
    expect(mode()).toBe('finished');
    expect(timeMs()).toBe(300);
    playback.play();
    settle();
    expect(timeMs()).toBe(0);
    expect(mode()).toBe('playing');
  });
});

describe('seeking', () => {
  it('plays to an instant, and a frame stands exactly there', () => {
    const { playback, settle, watch, mode, timeMs } = player();
    playback.load(runOf());
    settle();
    playback.playTo(333);
    watch(1000);
    expect(mode()).toBe('paused');
    expect(timeMs()).toBe(333);
    expect(playback.feed.current()?.timeMs).toBe(333);
  });

  it('goes ahead and back to any instant, without a watcher’s second passing', () => {
    const { playback, settle, watcher, mode, timeMs, worker } = player();
    playback.load(runOf());
    settle();
    playback.seek(40_000);
    expect(mode()).toBe('seeking');
    settle();
    expect([mode(), timeMs()]).toEqual(['paused', 40_000]);
    playback.seek(12_345);
    // The picture stays until the past one comes.
    expect(playback.feed.current()?.timeMs).toBe(40_000);
    settle();
    expect([mode(), timeMs()]).toEqual(['paused', 12_345]);
    playback.seek(39_000);
    settle();
    expect([mode(), timeMs()]).toEqual(['paused', 39_000]);
    expect(watcher.wallMs).toBe(0);
    expect(worker().simulations, 'nothing was begun anew').toHaveLength(2);
    expect(worker().simulations.map(({ events }) => events)).toEqual([39_000, 39_000]);
  });

  it('draws little on its way, and the instant itself in any case', () => {
    // So costly that an answer covers some ten simulated ms.
    const { playback, settle, timeMs } = player({ eventsPerMs: 1, eventCostMs: 1 });
    const told: number[] = [];
    playback.load(runOf());
    settle();
    playback.feed.subscribe((frame: Frame | null) => told.push(frame?.timeMs ?? -1));
    playback.seek(2000);
    settle();
    expect(timeMs()).toBe(2000);
    expect(told.at(-1)).toBe(2000);
    expect(told.length).toBeGreaterThan(2);
    expect(told.length).toBeLessThan(40);
  });

  it('waits while nobody can see it', () => {
    const { playback, settle, watcher, timeMs } = player();
    playback.load(runOf());
    settle();
    watcher.setSeen(false);
    playback.seek(40_000);
    settle();
    expect(timeMs()).toBe(0);
    watcher.setSeen(true);
    settle();
    expect(timeMs()).toBe(40_000);
  });

  it('keeps the frames of marked instants, at any speed, until the run starts over', () => {
    const { playback, settle, watch } = player();
    const marksMs = [1500, 333];
    playback.load(runOf(), { autoplay: true, marksMs });
    settle();
    playback.setSpeed(60);
    watch(200);
    expect(marksMs.map((markMs) => playback.feed.marked(markMs)?.timeMs)).toEqual([1500, 333]);
    playback.seek(1000);
    settle();
    expect(playback.feed.marked(333)?.timeMs).toBe(333);
    expect(playback.feed.marked(1500), 'not yet, once more').toBeNull();
    playback.changeScript([{ atMs: 400, command: crash }]);
    playback.seek(2000);
    settle();
    expect(playback.feed.marked(333)?.deployments[0].events).toBe(333);
    expect(playback.feed.marked(1500)?.timeMs).toBe(1500);
  });
});

describe('a run that is loaded', () => {
  it('is shown first where that is asked for, and plays on from there', () => {
    const { playback, settle, watch, mode, timeMs } = player();
    playback.load(runOf(), { autoplay: true, startAtMs: 12_000, durationMs: 90_000 });
    settle();
    expect([mode(), timeMs()]).toEqual(['playing', 12_000]);
    watch(100);
    expect(timeMs()).toBeCloseTo(12_080);
    playback.load(runOf({ seed: 2 }), { startAtMs: 99_000, durationMs: 90_000 });
    settle();
    expect([mode(), timeMs()]).toEqual(['finished', 90_000]);
  });
});

describe('another script', () => {
  const at = (atMs: number) => ({ atMs, command: crash });

  it('leaves the run where it is, playing if it was', () => {
    const { playback, settle, watch, mode, timeMs, worker } = player();
    playback.load(runOf({ script: [at(300)] }), { autoplay: true });
    settle();
    watch(1000);
    const heldMs = timeMs();
    playback.changeScript([at(500)]);
    settle();
    expect([mode(), timeMs()]).toEqual(['playing', heldMs]);
    expect(worker().simulations[0].applied.slice(-1)).toEqual([at(500)]);
    watch(100);
    expect(timeMs()).toBeGreaterThan(heldMs);
    playback.pause();
    playback.changeScript([]);
    settle();
    expect(mode()).toBe('paused');
    expect(worker().simulations).toHaveLength(2);
  });

  it('goes on to where it was to play, and finishes what has finished', () => {
    const { playback, settle, watch, mode, timeMs } = player();
    playback.load(runOf(), { durationMs: 2000 });
    settle();
    playback.playTo(1000);
    watch(500);
    playback.changeScript([at(100)]);
    settle();
    watch(2000);
    expect([mode(), timeMs()]).toEqual(['paused', 1000]);
    playback.seek(2000);
    settle();
    playback.changeScript([]);
    settle();
    expect([mode(), timeMs()]).toEqual(['finished', 2000]);
  });

  it('that lies ahead costs no way back, and one that is the same nothing at all', () => {
    const { playback, settle, worker } = player();
    playback.load(runOf());
    settle();
    playback.seek(30_000);
    settle();
    const asked = worker().asked.length;
    playback.changeScript([]);
    expect(worker().asked).toHaveLength(asked);
    playback.changeScript([at(40_000)]);
    const heard: (number | null)[] = [];
    playback.feed.subscribe((frame: Frame | null) => heard.push(frame?.timeMs ?? null));
    settle();
    expect(heard).toEqual([30_000]);
  });
});

describe('restarting', () => {
  it('goes back to 0 and plays on, with everything that happens in the run', () => {
    const { playback, settle, watch, timeMs, mode, worker } = player();
    const heard: (number | null)[] = [];
    playback.load(runOf({ script: [{ atMs: 50, command: crash }] }), { autoplay: true });
    settle();
    watch(500);
    playback.feed.subscribe((frame: Frame | null) => heard.push(frame?.timeMs ?? null));
    playback.restart();
    settle();
    expect([mode(), timeMs()]).toEqual(['playing', 0]);
    expect(heard).toEqual([null, 0]);
    watch(200);
    const applied = { command: crash, atMs: 50 };
    expect(worker().simulations[0].applied).toEqual([applied, applied]);
  });

  it('drops what was still under way', () => {
    const { playback, settle, watch, watcher, timeMs } = player();
    playback.load(runOf(), { autoplay: true });
    settle();
    watch(500);
    watcher.pass(20);
    playback.restart();
    settle();
    expect(timeMs()).toBe(0);
    watch(100);
    expect(timeMs()).toBeCloseTo(80);
  });

  it('after a failure gets a fresh worker and plays again', () => {
    const { playback, settle, watch, mode, workers, timeMs } = player({
      eventsPerMs: 1,
      eventCostMs: 0,
      failsAtEvent: 300,
    });
    playback.load(runOf({ seed: 42 }), { autoplay: true });
    settle();
    watch(1000);
    expect(workers).toHaveLength(2);
    expect(mode(), 'for the second time').toBe('failed');
    expect(playback.actor.getSnapshot().context.failure).toEqual({
      message: 'a slot is held twice',
      seed: 42,
      atMs: 300,
      events: 300,
    });
    expect(workers[1].isTerminated).toBe(true);
    playback.restart();
    settle();
    expect(workers).toHaveLength(3);
    watch(200);
    expect(mode()).toBe('playing');
    expect(timeMs()).toBeGreaterThan(0);
  });
});

describe('a worker that dies', () => {
  it('is replaced, and the run goes on where it was with all that happened in it', () => {
    const { playback, settle, watch, worker, workers, mode, timeMs } = player();
    playback.load(runOf(), { autoplay: true });
    settle();
    watch(300);
    playback.send(crash);
    settle();
    watch(300);
    const heldMs = timeMs();
    const { applied } = worker().simulations[0];
    playback.send({ ...crash, isDown: false });
    const known = playback.feed.series('left').columns[0].slice();
    worker().die();
    expect(playback.feed.current()?.timeMs, 'its picture stays').toBe(heldMs);
    settle();
    expect(playback.feed.series('left').columns[0], 'nothing is told twice').toEqual(known);
    expect(workers).toHaveLength(2);
    expect(mode()).toBe('playing');
    expect(timeMs()).toBe(heldMs);
    const [again] = worker().simulations;
    expect(again.applied, 'what had not been answered either is not lost').toEqual([
      ...applied,
      { atMs: heldMs, command: { ...crash, isDown: false } },
    ]);
    watch(100);
    expect(timeMs()).toBeGreaterThan(heldMs);
  });

  it('leaves the picture of a paused run as it stands until the run is there again', () => {
    const { playback, settle, watch, worker, timeMs } = player({ eventsPerMs: 1, eventCostMs: 1 });
    playback.load(runOf(), { autoplay: true });
    settle();
    watch(1000);
    playback.pause();
    settle();
    const heldMs = timeMs();
    const shownMs: (number | undefined)[] = [];
    playback.feed.subscribe((frame) => shownMs.push(frame?.timeMs));
    worker().die();
    settle();
    expect(shownMs).toEqual([undefined, heldMs]);
    expect(heldMs).toBeGreaterThan(100);
  });
});

describe('stepping', () => {
  it('goes to the next event and back, and from request to request', () => {
    const { playback, settle, watch, mode, timeMs } = player({ eventsPerMs: 1, eventCostMs: 0 });
    const step = (occasion: 'event' | 'request', isBack: boolean) => {
      playback.step(occasion, isBack);
      settle();
      return timeMs();
    };
    playback.load(runOf(), { autoplay: true });
    settle();
    watch(100);
    expect(step('event', false)).toBe(81);
    expect(mode(), 'it pauses a run that plays').toBe('paused');
    expect(step('event', false)).toBe(82);
    expect(step('event', true)).toBe(81);
    expect(step('request', false)).toBe(90);
    expect(step('request', true)).toBe(80);
    expect(playback.feed.current()?.deployments[0].events).toBe(80);
  });
});

describe('a command', () => {
  it('in a pause shows at once, and no time passes', () => {
    const { playback, settle, watch, timeMs, worker } = player();
    playback.load(runOf(), { autoplay: true });
    settle();
    watch(500);
    playback.pause();
    const heldMs = timeMs();
    let frames = 0;
    playback.feed.subscribe(() => {
      frames += 1;
    });
    playback.send(crash);
    settle();
    expect(frames).toBe(1);
    expect(timeMs()).toBe(heldMs);
    expect(worker().simulations[0].applied).toEqual([{ command: crash, atMs: heldMs }]);
  });

  it('sent right after a pause shows although an earlier answer was still due', () => {
    const { playback, settle, watch, watcher, worker } = player();
    playback.load(runOf(), { autoplay: true });
    settle();
    watch(500);
    watcher.pass(20);
    playback.pause();
    playback.send(crash);
    const shown: number[] = [];
    playback.feed.subscribe(() => shown.push(worker().simulations[0].applied.length));
    settle();
    expect(shown.at(-1)).toBe(1);
    expect(worker().asked.at(-1)?.type).toBe('advance');
  });
});

describe('a command that was sent', () => {
  function busyPlayer() {
    const own = player();
    const applied: TimedCommand[] = [];
    own.playback.onApplied((one) => applied.push(one));
    own.playback.load(runOf(), { autoplay: true });
    own.settle();
    own.watch(500);
    return { ...own, applied };
  }

  it('is reported with its instant, and happens there again after going back', () => {
    const { playback, settle, worker, applied, watcher } = busyPlayer();
    watcher.pass(20);
    playback.send(crash);
    settle();
    expect(applied).toEqual([{ atMs: expect.any(Number), command: crash }]);
    expect(worker().simulations[0].applied).toEqual(applied);
    playback.seek(100);
    settle();
    playback.seek(2000);
    settle();
    expect(worker().simulations[0].applied).toEqual([...applied, ...applied]);
  });

  it('while the run is on its way takes effect where that leads', () => {
    const { playback, settle, applied, timeMs } = busyPlayer();
    playback.seek(40_000);
    playback.send(crash);
    settle();
    expect(applied).toEqual([{ atMs: 40_000, command: crash }]);
    expect(timeMs()).toBe(40_000);
  });

  it('and not yet answered is not lost when the run goes elsewhere', () => {
    const { playback, settle, worker, applied } = busyPlayer();
    playback.send({ ...crash, isDown: false });
    playback.seek(50);
    settle();
    expect(applied).toHaveLength(1);
    expect(applied[0].atMs).toBe(50);
    expect(worker().simulations[0].applied.at(-1)).toEqual(applied[0]);
  });

  it('and not yet answered happens only if the script that follows says so', () => {
    const { playback, settle, worker, applied } = busyPlayer();
    const script = [{ atMs: 0, command: { ...crash, isDown: false } }];
    playback.send(crash);
    playback.changeScript(script);
    settle();
    expect(applied).toEqual([]);
    expect(worker().simulations[0].applied.slice(-1)).toEqual(script);
    playback.send(crash);
    playback.changeScript(script);
    settle();
    expect(applied).toEqual([]);
    expect(worker().simulations[0].applied.slice(-1)).toEqual(script);
  });
});

describe('a player that is disposed of', () => {
  it('leaves nothing running', () => {
    const { playback, settle, watch, watcher, worker } = player();
    playback.load(runOf(), { autoplay: true });
    settle();
    watch(100);
    playback.dispose();
    expect(watcher.isWaiting).toBe(false);
    expect(worker().isTerminated).toBe(true);
  });
});
