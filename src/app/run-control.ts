/**
 * Keeps the run in step with the workspace: another document, story, seed or
 * pair of deployments is another run; what the user does now goes to the
 * present one as commands, any other change of the script as a whole; another
 * step of the story moves it there. And the wishes of the workspace follow the
 * playhead through the script.
 */
import type { Playback, SeekOptions } from '../playback/playback';
import { isMeantToPlay, modeOf } from '../playback/playback-machine';
import type { Command } from '../simulation/command';
import type { Frame } from '../simulation/frame';
import { storyById } from '../stories/stories';
import { marksOf } from '../storyline/feed-record';
import { commandsAddedAt, entryCountAt, noScript } from '../workspace/script';
import type { Workspace, WorkspaceState } from '../workspace/workspace';
import { runPlan } from './run-plan';

export interface RunControl {
  readonly playback: Playback;
  /** Plays, pauses, or starts over what has finished. */
  toggle(): void;
  /** Back to time 0: the same run again, with all that the user did on the way. */
  restart(): void;
  /** Goes to an instant at once, and rests or plays on there. */
  seek(timeMs: number, options?: SeekOptions): void;
  /** Calls before the run takes another course, while it still has the one before. Returns the way out. */
  onLeaving(listener: LeavingListener): () => void;
  dispose(): void;
}

export type LeavingListener = (before: WorkspaceState, after: WorkspaceState) => void;

export function connectRun(workspace: Workspace, playback: Playback): RunControl {
  const control = new WorkspaceRun(workspace, playback);
  control.begin(workspace.getState());
  return control;
}

class WorkspaceRun implements RunControl {
  readonly playback: Playback;
  readonly #workspace: Workspace;
  readonly #stops: readonly (() => void)[];
  /** Sent to the run and not known to have taken effect: where they stand in the script is a guess. */
  #pending: Command[] = [];
  #isSettling = false;
  readonly #leavingListeners = new Set<LeavingListener>();
  /** How much of which script the wishes speak for. */
  #looked = { script: noScript, count: 0 };

  constructor(workspace: Workspace, playback: Playback) {
    this.#workspace = workspace;
    this.playback = playback;
    workspace.getState().followRun(() => this.#presentMs());
    this.#stops = [
      workspace.subscribe((state, before) => this.#follow(state, before)),
      playback.onApplied(({ atMs }) => this.#settle(atMs)),
      playback.feed.subscribe((frame) => this.#lookAt(frame)),
    ];
  }

  /** A run from its start. */
  begin(state: WorkspaceState): void {
    const story = storyById(state.storyId);
    this.#load(state, 0, story === null);
    if (story === null) return;
    if (state.storyStep === 0) this.playback.playTo(story.steps[0].atMs);
    else this.#goToStep(state);
  }

  readonly toggle = (): void => {
    if (modeOf(this.playback.actor.getSnapshot()) === 'finished') this.restart();
    else this.playback.toggle();
  };

  readonly restart = (): void => {
    this.#giveUpPending();
    this.playback.restart();
  };

  readonly seek = (timeMs: number, options?: SeekOptions): void => {
    this.#giveUpPending();
    this.playback.seek(timeMs, options);
  };

  onLeaving(listener: LeavingListener): () => void {
    this.#leavingListeners.add(listener);
    return () => {
      this.#leavingListeners.delete(listener);
    };
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.playback.dispose();
  }

  /** The instant on show, or the one that the run is on its way to. */
  #presentMs(): number {
    const { goalMs, timeMs } = this.playback.actor.getSnapshot().context;
    return goalMs ?? timeMs;
  }

  #load(state: WorkspaceState, startAtMs: number, autoplay: boolean): void {
    const { document, durationMs } = runPlan(state);
    const { paneDeploymentIds, seed, script } = state;
    const story = storyById(state.storyId);
    this.#pending = [];
    this.playback.load(
      { document, deploymentIds: [...new Set(paneDeploymentIds)], seed, script },
      { durationMs, startAtMs, autoplay, marksMs: story === null ? [] : marksOf(story) },
    );
  }

  #follow(state: WorkspaceState, before: WorkspaceState): void {
    if (this.#isSettling) return;
    const isScriptChanged = state.script !== before.script;
    if (isScriptChanged || isAnotherRun(state, before)) {
      for (const listener of this.#leavingListeners) listener(before, state);
    }
    if (isAnotherBeginning(state, before)) {
      this.begin(state);
      return;
    }
    if (isAnotherRun(state, before)) this.#takeUp(state);
    else if (isScriptChanged) this.#followScript(state, before);
    if (state.storyStep !== before.storyStep) this.#goToStep(state);
  }

  /** The run anew under what has been changed, at the instant that it was at. */
  #takeUp(state: WorkspaceState): void {
    const snapshot = this.playback.actor.getSnapshot();
    const { stopAtMs } = snapshot.context;
    const isPlaying = isMeantToPlay(snapshot);
    this.#load(state, this.#presentMs(), isPlaying);
    if (isPlaying && stopAtMs !== null) this.playback.playTo(stopAtMs);
  }

  /** What is done at the present instant costs no going back. */
  #followScript({ script }: WorkspaceState, before: WorkspaceState): void {
    const added = commandsAddedAt(before.script, script, this.#presentMs());
    if (added === null) {
      this.#pending = [];
      this.playback.changeScript(script);
      return;
    }
    this.#pending.push(...added);
    for (const command of added) this.playback.send(command);
  }

  /** Commands take effect in the order in which they were sent. */
  #settle(atMs: number): void {
    const command = this.#pending.shift();
    if (command === undefined) return;
    this.#isSettling = true;
    this.#workspace.getState().settleCommand(command, atMs);
    this.#isSettling = false;
  }

  /** Before leaving the instant at which something was done: it stays done there. */
  #giveUpPending(): void {
    if (this.#pending.length === 0) return;
    this.#pending = [];
    this.playback.changeScript(this.#workspace.getState().script);
  }

  #lookAt(frame: Frame | null): void {
    if (frame === null || this.#pending.length > 0) return;
    const { script, lookAt } = this.#workspace.getState();
    const count = entryCountAt(script, frame.timeMs);
    if (script === this.#looked.script && count === this.#looked.count) return;
    this.#looked = { script, count };
    lookAt(frame.timeMs);
  }

  /** Plays on to a step that lies ahead, and jumps back to one that has passed or over several. */
  #goToStep({ storyId, storyStep }: WorkspaceState): void {
    const steps = storyById(storyId)?.steps ?? [];
    const step = steps[storyStep];
    if (step === undefined) return;
    const isNext = this.#presentMs() >= (steps[storyStep - 1]?.atMs ?? 0);
    if (isNext && step.atMs > this.#presentMs()) this.playback.playTo(step.atMs);
    else this.seek(step.atMs);
  }
}

/** Whether it starts from time 0: nothing of the old run is to be compared with it instant by instant. */
function isAnotherBeginning(state: WorkspaceState, before: WorkspaceState): boolean {
  return (
    state.original !== before.original ||
    (state.storyId !== before.storyId && !isLeftWithAnEdit(state, before)) ||
    state.seed !== before.seed
  );
}

/** The story was left by changing what it is about: the run goes on from where it is told. */
function isLeftWithAnEdit(state: WorkspaceState, before: WorkspaceState): boolean {
  return state.storyId === null && state.document !== before.document;
}

function isAnotherRun(state: WorkspaceState, before: WorkspaceState): boolean {
  return (
    runPlan(state).document !== runPlan(before).document ||
    state.paneDeploymentIds.some((id, index) => id !== before.paneDeploymentIds[index])
  );
}
