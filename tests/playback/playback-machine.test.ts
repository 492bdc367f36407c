import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import {
  isRunning,
  modeOf,
  type PlaybackEvent,
  type PlaybackMode,
  playbackMachine,
} from '../../src/playback/playback-machine';

const durationMs = 90_000;
const failure = { message: 'a slot is held twice', seed: 42, atMs: 1234, events: 99 };

/** One event of every type, and of those whose content decides, one of each kind. */
const events = {
  load: { type: 'LOAD', durationMs, isAutoplay: false },
  loadAndPlay: { type: 'LOAD', durationMs, isAutoplay: true },
  loaded: { type: 'LOADED' },
  play: { type: 'PLAY' },
  pause: { type: 'PAUSE' },
  toggle: { type: 'TOGGLE' },
  restart: { type: 'RESTART' },
  playTo: { type: 'PLAY_TO', toMs: durationMs / 2 },
  seek: { type: 'SEEK', toMs: durationMs },
  speed: { type: 'SET_SPEED', speed: 10 },
  frame: { type: 'FRAME', timeMs: 500, isBehind: false },
  lastFrame: { type: 'FRAME', timeMs: durationMs, isBehind: false },
  failed: { type: 'FAILED', failure },
  hidden: { type: 'HIDDEN' },
  visible: { type: 'VISIBLE' },
} satisfies Record<string, PlaybackEvent>;

type EventName = keyof typeof events;

/** The specification: where an event leads; what is not listed leaves the mode as it is. */
const leadsTo: Record<PlaybackMode, Partial<Record<EventName, PlaybackMode>>> = {
  empty: { load: 'loading', loadAndPlay: 'loading' },
  loading: { failed: 'failed' },
  ready: {
    load: 'loading',
    loadAndPlay: 'loading',
    play: 'playing',
    playTo: 'playing',
    seek: 'seeking',
    toggle: 'playing',
    restart: 'loading',
    failed: 'failed',
  },
  playing: {
    load: 'loading',
    loadAndPlay: 'loading',
    seek: 'seeking',
    pause: 'paused',
    toggle: 'paused',
    restart: 'loading',
    lastFrame: 'finished',
    failed: 'failed',
  },
  paused: {
    load: 'loading',
    loadAndPlay: 'loading',
    play: 'playing',
    playTo: 'playing',
    seek: 'seeking',
    toggle: 'playing',
    restart: 'loading',
    lastFrame: 'finished',
    failed: 'failed',
  },
  seeking: {
    playTo: 'playing',
    load: 'loading',
    loadAndPlay: 'loading',
    restart: 'loading',
    lastFrame: 'finished',
    failed: 'failed',
  },
  finished: {
    seek: 'seeking',
    load: 'loading',
    loadAndPlay: 'loading',
    play: 'loading',
    toggle: 'loading',
    restart: 'loading',
    failed: 'failed',
  },
  failed: { load: 'loading', loadAndPlay: 'loading', restart: 'loading' },
};

const paths = getShortestPaths(playbackMachine, {
  events: Object.values(events),
  serializeState: ({ value, context }) =>
    JSON.stringify([value, context.isAutoplay, context.goalMs]),
});

function playerAfter(path: readonly PlaybackEvent[]) {
  const started: number[] = [];
  const actor = createActor(
    playbackMachine.provide({ actions: { startRun: () => started.push(started.length + 1) } }),
  );
  actor.start();
  for (const event of path) actor.send(event);
  return { actor, started };
}

function eventsOf(path: (typeof paths)[number]): PlaybackEvent[] {
  // The first step of a path is xstate's own start of the machine.
  return path.steps.map((step) => step.event as PlaybackEvent).filter(({ type }) => type in known);
}

const known = Object.fromEntries(Object.values(events).map(({ type }) => [type, true]));

describe('the player', () => {
  it('can come into every mode, seen and unseen', () => {
    const reached = new Set(paths.map(({ state }) => `${state.value.mode} ${state.value.page}`));
    const wanted = Object.keys(leadsTo).flatMap((mode) => [`${mode} visible`, `${mode} hidden`]);
    expect([...reached].sort()).toEqual(wanted.sort());
  });

  it('goes from every state where the specification says, whatever comes', () => {
    for (const path of paths) {
      for (const name of Object.keys(events) as EventName[]) {
        const { actor } = playerAfter(eventsOf(path));
        const before = actor.getSnapshot();
        const mode = modeOf(before);
        actor.send(events[name]);
        const after = actor.getSnapshot();
        const isWanted = before.context.isAutoplay;
        const expected =
          mode === 'loading' && name === 'loaded'
            ? before.context.goalMs !== null
              ? 'seeking'
              : isWanted
                ? 'playing'
                : 'ready'
            : (leadsTo[mode][name] ?? mode);
        expect(modeOf(after), `${name} while ${mode}`).toBe(expected);

        const page = name === 'hidden' || name === 'visible' ? name : before.value.page;
        expect(after.value.page, `${name} while ${before.value.page}`).toBe(page);
        expect(isRunning(after)).toBe(expected === 'playing' && page === 'visible');
      }
    }
  });

  it('starts a run exactly when it begins to load, from time 0', () => {
    for (const path of paths) {
      for (const name of Object.keys(events) as EventName[]) {
        const { actor, started } = playerAfter(eventsOf(path));
        const mode = modeOf(actor.getSnapshot());
        const before = started.length;
        actor.send(events[name]);
        const isStart =
          name === 'load' || name === 'loadAndPlay' || leadsTo[mode][name] === 'loading';
        expect(started.length - before, `${name} while ${mode}`).toBe(isStart ? 1 : 0);
        if (isStart) {
          expect(actor.getSnapshot().context).toMatchObject({ timeMs: 0, failure: null });
        }
      }
    }
  });

  it('goes on playing after a restart if it was playing, and stays still if it was not', () => {
    const load: PlaybackEvent[] = [events.load, events.loaded];
    const cases: [PlaybackEvent[], PlaybackMode][] = [
      [[...load, events.restart], 'ready'],
      [[...load, events.play, events.restart], 'playing'],
      [[...load, events.play, events.pause, events.restart], 'ready'],
      [[...load, events.play, events.lastFrame, events.restart], 'playing'],
      [[...load, events.play, events.lastFrame, events.play], 'playing'],
      [[...load, events.play, events.failed, events.restart], 'playing'],
      [[...load, events.play, events.pause, events.failed, events.restart], 'ready'],
      [[events.load, events.play, events.failed, events.restart], 'playing'],
      [[events.loadAndPlay, events.pause], 'ready'],
      [[events.load, events.toggle], 'playing'],
    ];
    for (const [path, expected] of cases) {
      const { actor } = playerAfter([...path, events.loaded]);
      expect(modeOf(actor.getSnapshot())).toBe(expected);
    }
  });

  it('pauses at the instant that it is to play to, also after a pause on the way', () => {
    const at = (timeMs: number): PlaybackEvent => ({ type: 'FRAME', timeMs, isBehind: false });
    const { actor } = playerAfter([
      ...[events.load, events.loaded],
      { type: 'PLAY_TO', toMs: 700 },
      ...[at(500), events.pause, events.play, at(600)],
    ]);
    expect(modeOf(actor.getSnapshot())).toBe('playing');
    actor.send(at(700));
    expect(modeOf(actor.getSnapshot())).toBe('paused');
    actor.send({ type: 'PLAY_TO', toMs: 700 });
    expect(modeOf(actor.getSnapshot())).toBe('paused');
    actor.send(events.play);
    actor.send(at(900));
    expect(modeOf(actor.getSnapshot())).toBe('playing');
  });

  it('seeks ahead from where it is and back from time 0, and pauses there', () => {
    const at = (timeMs: number): PlaybackEvent => ({ type: 'FRAME', timeMs, isBehind: false });
    const { actor, started } = playerAfter([events.loadAndPlay, events.loaded, at(500)]);
    actor.send({ type: 'SEEK', toMs: 2000 });
    actor.send(at(1000));
    expect(modeOf(actor.getSnapshot())).toBe('seeking');
    actor.send(at(2000));
    expect(modeOf(actor.getSnapshot())).toBe('paused');
    expect(started).toHaveLength(1);

    actor.send({ type: 'SEEK', toMs: 700 });
    expect(modeOf(actor.getSnapshot())).toBe('loading');
    expect(started).toHaveLength(2);
    actor.send(events.loaded);
    expect(modeOf(actor.getSnapshot())).toBe('seeking');
    actor.send(at(700));
    expect(modeOf(actor.getSnapshot())).toBe('paused');
  });

  it('never seeks beyond the end of the run', () => {
    const { actor } = playerAfter([events.load, events.loaded, { type: 'SEEK', toMs: 1e9 }]);
    expect(actor.getSnapshot().context.goalMs).toBe(durationMs);
  });

  it('takes any speed above 0 and keeps it over a restart; other speeds are ignored', () => {
    const { actor } = playerAfter([events.load, events.loaded]);
    for (const speed of [0.25, 1, 10, 60, 1234.5]) {
      actor.send({ type: 'SET_SPEED', speed });
      expect(actor.getSnapshot().context.speed).toBe(speed);
    }
    for (const speed of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      actor.send({ type: 'SET_SPEED', speed });
      expect(actor.getSnapshot().context.speed).toBe(1234.5);
    }
    actor.send(events.restart);
    expect(actor.getSnapshot().context.speed).toBe(1234.5);
  });

  it('never ends a run that has no end', () => {
    const { actor } = playerAfter([
      { type: 'LOAD', durationMs: null, isAutoplay: true },
      events.loaded,
      { type: 'FRAME', timeMs: 1e12, isBehind: false },
    ]);
    expect(modeOf(actor.getSnapshot())).toBe('playing');
  });

  it('tells why a run broke off, until the next one starts', () => {
    const { actor } = playerAfter([events.loadAndPlay, events.loaded, events.failed]);
    expect(actor.getSnapshot().context.failure).toEqual(failure);
    actor.send(events.restart);
    expect(actor.getSnapshot().context.failure).toBeNull();
  });
});
