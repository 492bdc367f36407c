/**
 * Keeps the run in step with the workspace: another document, story, seed or
 * pair of deployments starts a new run; another wish of the user goes to the
 * present one as commands; another step of the story moves it there.
 */
import type { Playback } from '../playback/playback';
import { modeOf } from '../playback/playback-machine';
import { storyById } from '../stories/stories';
import { marksOf } from '../storyline/feed-record';
import { commandsBetween, commandsFor } from '../workspace/commands-between';
import { addToLog, beginLog, createRunLog, type RunLog } from '../workspace/run-log';
import type { Workspace, WorkspaceState } from '../workspace/workspace';
import { runPlan } from './run-plan';

export interface RunControl {
  readonly playback: Playback;
  /** What was done to the present run, and when. */
  readonly log: RunLog;
  /** Plays, pauses, or starts over what has finished. */
  toggle(): void;
  /** Back to time 0 with everything that the user wishes for in force from the start. */
  restart(): void;
  /** Goes to an instant at once and rests there; what the user wishes for is in force from the start. */
  seek(timeMs: number): void;
  dispose(): void;
}

export function connectRun(workspace: Workspace, playback: Playback): RunControl {
  const control = new WorkspaceRun(workspace, playback);
  control.load(workspace.getState());
  return control;
}

class WorkspaceRun implements RunControl {
  readonly playback: Playback;
  readonly log = createRunLog();
  readonly #workspace: Workspace;
  readonly #stopFollowing: () => void;

  constructor(workspace: Workspace, playback: Playback) {
    this.#workspace = workspace;
    this.playback = playback;
    const stopFollowing = workspace.subscribe((state, before) => this.#follow(state, before));
    const stopListening = playback.onApplied((applied) => addToLog(this.log, applied));
    this.#stopFollowing = () => {
      stopFollowing();
      stopListening();
    };
  }

  load(state: WorkspaceState): void {
    const { document, durationMs } = runPlan(state);
    const { paneDeploymentIds, seed } = state;
    const story = storyById(state.storyId);
    const commands = commandsFor(document, state.interventions);
    beginLog(this.log, commands);
    this.playback.load(
      {
        document,
        deploymentIds: [...new Set(paneDeploymentIds)],
        seed,
        script: commands.map((command) => ({ atMs: 0, command })),
      },
      {
        durationMs,
        autoplay: story === null,
        marksMs: story === null ? [] : marksOf(story),
      },
    );
    if (story === null) return;
    if (state.storyStep === 0) this.playback.playTo(story.steps[0].atMs);
    else this.#goToStep(state);
  }

  readonly toggle = (): void => {
    if (modeOf(this.playback.actor.getSnapshot()) === 'finished') this.restart();
    else this.playback.toggle();
  };

  readonly restart = (): void => {
    this.#beginAgain();
    this.playback.restart();
  };

  readonly seek = (timeMs: number): void => {
    if (timeMs < this.#timeMs()) this.#beginAgain();
    this.playback.seek(timeMs);
  };

  dispose(): void {
    this.#stopFollowing();
    this.playback.dispose();
  }

  #timeMs(): number {
    return this.playback.actor.getSnapshot().context.timeMs;
  }

  #beginAgain(): void {
    const state = this.#workspace.getState();
    const commands = commandsFor(runPlan(state).document, state.interventions);
    beginLog(this.log, commands);
    this.playback.changeScript(this.log.getState().commands);
  }

  #follow(state: WorkspaceState, before: WorkspaceState): void {
    if (isAnotherRun(state, before)) {
      this.load(state);
      return;
    }
    if (state.interventions !== before.interventions) {
      const { document } = runPlan(state);
      const commands = commandsBetween(document, before.interventions, state.interventions);
      for (const command of commands) this.playback.send(command);
    }
    if (state.storyStep !== before.storyStep) this.#goToStep(state);
  }

  /** Plays on to a step that lies ahead, and jumps back to one that has passed or over several. */
  #goToStep({ storyId, storyStep }: WorkspaceState): void {
    const steps = storyById(storyId)?.steps ?? [];
    const step = steps[storyStep];
    if (step === undefined) return;
    const isNext = this.#timeMs() >= (steps[storyStep - 1]?.atMs ?? 0);
    if (isNext && step.atMs > this.#timeMs()) this.playback.playTo(step.atMs);
    else this.seek(step.atMs);
  }
}

function isAnotherRun(state: WorkspaceState, before: WorkspaceState): boolean {
  return (
    runPlan(state).document !== runPlan(before).document ||
    state.seed !== before.seed ||
    state.paneDeploymentIds.some((id, index) => id !== before.paneDeploymentIds[index])
  );
}
