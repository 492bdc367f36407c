import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { wholeRun } from '../../src/playback/loop-stretch';
import {
  isRunning,
  isSettingUp,
  modeOf,
  type PlaybackMode,
  type PlaybackSnapshot,
  playbackMachine,
} from '../../src/playback/playback-machine';
import type { PlaybackEvent } from '../../src/playback/playback-setup';

const durationMs = 90_000;
const failure = { message: 'a slot is held twice', seed: 42, atMs: 1234, events: 99 };

/** One event of every type, and of those whose content decides, one of each kind. */
const events = {
  load: { type: 'LOAD', durationMs, isAutoplay: false, startAtMs: 0 },
  loadAndPlay: { type: 'LOAD', durationMs, isAutoplay: true, startAtMs: 0 },
  loadAt: { type: 'LOAD', durationMs, isAutoplay: true, startAtMs: durationMs },
  loaded: { type: 'LOADED' },
  play: { type: 'PLAY' },
  pause: { type: 'PAUSE' },
  toggle: { type: 'TOGGLE' },
  restart: { type: 'RESTART' },
  playTo: { type: 'PLAY_TO', toMs: durationMs / 2 },
  seek: { type: 'SEEK', toMs: durationMs, isAutoplay: false },
  loop: { type: 'SET_LOOP', isLooping: true },
  mark: { type: 'MARK_LOOP', stretch: { fromMs: 200, toMs: 400 } },
  change: { type: 'CHANGE' },
  speed: { type: 'SET_SPEED', speed: 10 },
  frame: { type: 'FRAME', timeMs: 500, isBehind: false },
  lastFrame: { type: 'FRAME', timeMs: durationMs, isBehind: false },
  failed: { type: 'FAILED', failure },
  hidden: { type: 'HIDDEN' },
  visible: { type: 'VISIBLE' },
} satisfies Record<string, PlaybackEvent>;

type EventName = keyof typeof events;

/** The specification: where an event leads; what is not listed leaves the mode as it is. */
const load = { load: 'loading', loadAndPlay: 'loading', loadAt: 'loading' } as const;
const onTheWay = { seek: 'seeking', change: 'seeking', restart: 'seeking' } as const;

const leadsTo: Record<PlaybackMode, Partial<Record<EventName, PlaybackMode>>> = {
  empty: load,
  loading: { ...load, change: 'loading' },
  ready: {
    ...load,
    ...onTheWay,
    play: 'playing',
    playTo: 'playing',
    toggle: 'playing',
  },
  playing: {
    ...load,
    ...onTheWay,
    pause: 'paused',
    toggle: 'paused',
    lastFrame: 'finished',
  },
  paused: {
    ...load,
    ...onTheWay,
    play: 'playing',
    playTo: 'playing',
    toggle: 'playing',
    lastFrame: 'finished',
  },
  seeking: { ...load, ...onTheWay, lastFrame: 'finished' },
  finished: { ...load, ...onTheWay, play: 'seeking', toggle: 'seeking' },
  failed: { ...load, restart: 'loading', change: 'loading' },
};

/** Where an event leads from a state, with what only its context decides. */
function modeAfter(before: PlaybackSnapshot, name: EventName): PlaybackMode {
  const mode = modeOf(before);
  const { isAutoplay, goalMs, isLooping, loss, stretch, timeMs } = before.context;
  if (name === 'failed' && mode !== 'empty' && mode !== 'failed') {
    // Once it is taken up again; twice at the same place it is not.
    return loss === null ? 'loading' : 'failed';
  }
  if (mode === 'playing' && (name === 'frame' || name === 'lastFrame') && isLooping) {
    const endMs = stretch.toMs ?? durationMs;
    if (timeMs <= endMs && events[name].timeMs >= endMs) return 'seeking';
  }
  if (mode === 'loading' && name === 'loaded') {
    if (goalMs !== null) return 'seeking';
    return isAutoplay ? 'playing' : 'ready';
  }
  if (mode === 'seeking' && name === 'frame' && events.frame.timeMs >= (goalMs ?? 0)) {
    return isAutoplay ? 'playing' : 'paused';
  }
  return leadsTo[mode][name] ?? mode;
}

const paths = getShortestPaths(playbackMachine, {
  events: Object.values(events),
  // Of a goal it only matters whether there is one, and whether an early frame comes up to it.
  serializeState: ({ value, context: { isAutoplay, goalMs, loss, isLooping, stretch, timeMs } }) =>
    JSON.stringify([
      value,
      isAutoplay,
      goalMs === null ? 'none' : goalMs > events.frame.timeMs,
      loss === null,
      isLooping,
      stretch.toMs === null ? 'whole' : timeMs > stretch.toMs,
    ]),
});

function playerAfter(path: readonly PlaybackEvent[]) {
  const asked: string[] = [];
  const actor = createActor(
    playbackMachine.provide({
      actions: {
        startRun: () => asked.push('start'),
        takeUpRun: ({ context }) => asked.push(`take up before ${context.goalMs}`),
      },
    }),
  );
  actor.start();
  for (const event of path) actor.send(event);
  return { actor, asked };
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
        const expected = modeAfter(before, name);
        actor.send(events[name]);
        const after = actor.getSnapshot();
        expect(modeOf(after), `${name} while ${mode}`).toBe(expected);

        const page = name === 'hidden' || name === 'visible' ? name : before.value.page;
        expect(after.value.page, `${name} while ${before.value.page}`).toBe(page);
        expect(isRunning(after)).toBe(expected === 'playing' && page === 'visible');
      }
    }
  });

  it('starts a run exactly when it begins to load, and takes it up again exactly when it is on its way', () => {
    /** What leads to where the run is already, and begins that anew. */
    const again: Partial<Record<PlaybackMode, EventName[]>> = {
      loading: ['load', 'loadAndPlay', 'loadAt', 'change', 'failed'],
      seeking: ['seek', 'change', 'restart'],
    };
    for (const path of paths) {
      for (const name of Object.keys(events) as EventName[]) {
        const { actor, asked } = playerAfter(eventsOf(path));
        const before = actor.getSnapshot();
        const mode = modeOf(before);
        const count = asked.length;
        actor.send(events[name]);
        const { context } = actor.getSnapshot();
        const isSooner =
          name === 'playTo' && mode === 'seeking' && (before.context.goalMs ?? 0) >= durationMs / 2;
        const isAgain = again[mode]?.includes(name) === true || isSooner;
        const target = modeAfter(before, name);
        const isEntered = target !== mode || isAgain;
        const expected =
          isEntered && target === 'loading'
            ? ['start']
            : isEntered && target === 'seeking'
              ? [`take up before ${context.goalMs}`]
              : [];
        expect(asked.slice(count), `${name} while ${mode}`).toEqual(expected);
        if (expected[0] === 'start') expect(context).toMatchObject({ timeMs: 0, failure: null });
        const isStanding = ['ready', 'playing', 'paused', 'finished'].includes(target);
        if (isStanding) expect(context.goalMs, `a goal while ${target}`).toBeNull();
      }
    }
  });

  it('stays at its instant when something else happens in the run, and goes on as before', () => {
    const frame: PlaybackEvent = { type: 'FRAME', timeMs: 7000, isBehind: false };
    const started: PlaybackEvent[] = [events.load, events.loaded];
    const cases: [PlaybackEvent[], PlaybackMode][] = [
      [[events.play, frame], 'playing'],
      [[events.play, frame, events.pause], 'paused'],
      [[events.play, frame, { type: 'PLAY_TO', toMs: 9000 }], 'playing'],
      [[frame], 'paused'],
    ];
    for (const [path, expected] of cases) {
      const { actor, asked } = playerAfter([...started, ...path, events.change]);
      expect(asked.at(-1)).toBe('take up before 7000');
      const { stopAtMs } = actor.getSnapshot().context;
      actor.send(frame);
      expect(modeOf(actor.getSnapshot())).toBe(expected);
      expect(actor.getSnapshot().context.stopAtMs).toBe(stopAtMs);
    }
  });

  it('goes on playing after a restart if it was playing, and stays still if it was not', () => {
    const begun: PlaybackEvent[] = [events.load, events.loaded];
    const broken = [events.failed, events.failed];
    const atStart: PlaybackEvent = { type: 'FRAME', timeMs: 0, isBehind: false };
    const cases: [PlaybackEvent[], PlaybackMode][] = [
      [[...begun, events.restart, atStart], 'paused'],
      [[...begun, events.play, events.restart, atStart], 'playing'],
      [[...begun, events.play, events.pause, events.restart, atStart], 'paused'],
      [[...begun, events.play, events.lastFrame, events.restart, atStart], 'playing'],
      [[...begun, events.play, events.lastFrame, events.play, atStart], 'playing'],
      [[...begun, events.play, ...broken, events.restart], 'playing'],
      [[...begun, events.play, events.pause, ...broken, events.restart], 'ready'],
      [[events.load, events.play, ...broken, events.restart], 'playing'],
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

  it('seeks ahead and back, and pauses there unless it is told to play meanwhile', () => {
    const at = (timeMs: number): PlaybackEvent => ({ type: 'FRAME', timeMs, isBehind: false });
    const { actor, asked } = playerAfter([events.loadAndPlay, events.loaded, at(500)]);
    const modeWith = (...sent: PlaybackEvent[]) => {
      for (const event of sent) actor.send(event);
      return modeOf(actor.getSnapshot());
    };
    expect(modeWith({ type: 'SEEK', toMs: 2000, isAutoplay: false }, at(1000))).toBe('seeking');
    expect(modeWith(at(2000))).toBe('paused');
    expect(modeWith({ type: 'SEEK', toMs: 700, isAutoplay: false })).toBe('seeking');
    expect(modeWith(at(700))).toBe('paused');
    expect(asked).toEqual(['start', 'take up before 2000', 'take up before 700']);
    expect(modeWith({ type: 'SEEK', toMs: 3000, isAutoplay: false }, events.toggle, at(3000))).toBe(
      'playing',
    );
    // To play to an instant before the goal is to go there instead.
    expect(
      modeWith({ type: 'SEEK', toMs: 9000, isAutoplay: false }, { type: 'PLAY_TO', toMs: 4000 }),
    ).toBe('seeking');
    expect(modeWith(at(4000))).toBe('paused');
    // One beyond it is played to from there on.
    expect(
      modeWith({ type: 'SEEK', toMs: 5000, isAutoplay: false }, { type: 'PLAY_TO', toMs: 6000 }),
    ).toBe('seeking');
    expect(modeWith(at(5000))).toBe('playing');
    expect(modeWith(at(6000))).toBe('paused');
  });

  it('never seeks beyond the end of the run', () => {
    const { actor } = playerAfter([
      events.load,
      events.loaded,
      { type: 'SEEK', toMs: 1e9, isAutoplay: false },
    ]);
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
      { type: 'LOAD', durationMs: null, isAutoplay: true, startAtMs: 0 },
      events.loaded,
      { type: 'FRAME', timeMs: 1e12, isBehind: false },
    ]);
    expect(modeOf(actor.getSnapshot())).toBe('playing');
  });

  it('begins anew at the end of a loop, and plays on', () => {
    const start: PlaybackEvent = { type: 'FRAME', timeMs: 0, isBehind: false };
    const { actor, asked } = playerAfter([
      events.loadAndPlay,
      events.loaded,
      events.loop,
      events.lastFrame,
    ]);
    expect(asked.at(-1)).toBe('take up before 0');
    actor.send(start);
    expect(modeOf(actor.getSnapshot())).toBe('playing');
    // Who goes to the end by themselves stays there.
    actor.send(events.seek);
    actor.send(events.lastFrame);
    expect(modeOf(actor.getSnapshot())).toBe('finished');
  });

  it('plays between two marks again and again, also in a run without an end', () => {
    const at = (timeMs: number): PlaybackEvent => ({ type: 'FRAME', timeMs, isBehind: false });
    const { actor, asked } = playerAfter([
      { type: 'LOAD', durationMs: null, isAutoplay: true, startAtMs: 0 },
      ...[events.loaded, at(3000)],
      { type: 'MARK_LOOP', stretch: { fromMs: 2000, toMs: 4000 } },
    ]);
    const modeWith = (...sent: PlaybackEvent[]) => {
      for (const event of sent) actor.send(event);
      return modeOf(actor.getSnapshot());
    };
    expect(modeWith(at(3999))).toBe('playing');
    expect(modeWith(at(4000))).toBe('seeking');
    expect(asked.at(-1)).toBe('take up before 2000');
    expect(modeWith(at(2000))).toBe('playing');
    // A mark at the very instant on show turns back at once.
    actor.send({ type: 'MARK_LOOP', stretch: { fromMs: 1000, toMs: 2000 } });
    expect(modeWith(at(2000))).toBe('seeking');
    expect(asked.at(-1)).toBe('take up before 1000');
    // Whoever goes beyond the stretch plays on there; without marks nothing turns back.
    expect(modeWith({ type: 'SEEK', toMs: 5000, isAutoplay: true }, at(5000))).toBe('playing');
    expect(modeWith(at(6000))).toBe('playing');
    actor.send({ type: 'MARK_LOOP', stretch: wholeRun });
    expect(actor.getSnapshot().context.isLooping).toBe(false);
  });

  it('keeps the marks of a loop in another run, but for those beyond its end', () => {
    const { actor } = playerAfter([
      ...[events.load, events.loaded],
      { type: 'MARK_LOOP', stretch: { fromMs: 20_000, toMs: 80_000 } },
      { type: 'LOAD', durationMs: 60_000, isAutoplay: false, startAtMs: 0 },
    ]);
    expect(actor.getSnapshot().context.stretch).toEqual({ fromMs: 20_000, toMs: null });
    expect(actor.getSnapshot().context.isLooping).toBe(true);
  });

  it('takes a run up again where it broke off, in the mode in which it was', () => {
    const frame: PlaybackEvent = { type: 'FRAME', timeMs: 7000, isBehind: false };
    const died: PlaybackEvent = { type: 'FAILED', failure: { ...failure, seed: null, atMs: 0 } };
    const cases: [PlaybackEvent[], PlaybackMode, number][] = [
      [[frame, died], 'playing', 7000],
      [[frame, events.pause, died], 'paused', 7000],
      [[frame, { type: 'SEEK', toMs: 9000, isAutoplay: false }, died], 'paused', 9000],
    ];
    for (const [path, mode, timeMs] of cases) {
      const { actor, asked } = playerAfter([events.loadAndPlay, events.loaded, ...path]);
      expect(modeOf(actor.getSnapshot())).toBe('loading');
      expect(asked.at(-1)).toBe('start');
      actor.send(events.loaded);
      expect(asked.at(-1)).toBe(`take up before ${timeMs}`);
      actor.send({ ...frame, timeMs });
      expect(modeOf(actor.getSnapshot())).toBe(mode);
      expect(actor.getSnapshot().context.loss?.timeMs).toBe(timeMs);
      // Far from there it is a break like the first one; near it, it is the same one.
      actor.send({ ...frame, timeMs: timeMs + 5000 });
      actor.send(died);
      expect(modeOf(actor.getSnapshot())).toBe('loading');
      actor.send(died);
      expect(modeOf(actor.getSnapshot())).toBe('failed');
    }
  });

  it('is setting up a run that is to be shown at its beginning, not one that is sought', () => {
    const states: [PlaybackEvent[], boolean][] = [
      [[events.loadAndPlay], true],
      [[events.loadAt], false],
      [[events.loadAndPlay, events.loaded], false],
      [[events.loadAndPlay, events.loaded, events.seek], false],
    ];
    for (const [path, expected] of states) {
      expect(isSettingUp(playerAfter(path).actor.getSnapshot())).toBe(expected);
    }
  });

  it('tells why a run broke off, until the next one starts', () => {
    const twice = [events.failed, events.failed];
    const { actor } = playerAfter([events.loadAndPlay, events.loaded, ...twice]);
    expect(actor.getSnapshot().context.failure).toEqual(failure);
    actor.send(events.restart);
    expect(actor.getSnapshot().context.failure).toBeNull();
  });
});
