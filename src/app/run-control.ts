/**
 * Keeps the run in step with the workspace: another document, seed or pair of
 * deployments starts a new run; another wish of the user goes to the present
 * one as commands.
 */
import type { ArchitectureDocument } from '../architecture/document';
import type { Playback } from '../playback/playback';
import { modeOf } from '../playback/playback-machine';
import { commandsBetween, commandsFor } from '../workspace/interventions';
import { addToLog, beginLog, createRunLog, type RunLog } from '../workspace/run-log';
import type { Workspace, WorkspaceState } from '../workspace/workspace';

export interface RunControl {
  readonly playback: Playback;
  /** What was done to the present run, and when. */
  readonly log: RunLog;
  /** Plays, pauses, or starts over what has finished. */
  toggle(): void;
  /** Back to time 0 with everything that the user wishes for in force from the start. */
  restart(): void;
  dispose(): void;
}

/** What is to be run, and for how long. */
export interface RunPlan {
  document: ArchitectureDocument;
  /** `null` for a run without an end. */
  durationMs: number | null;
}

export function connectRun(
  workspace: Workspace,
  playback: Playback,
  planOf: (state: WorkspaceState) => RunPlan,
): RunControl {
  const log = createRunLog();
  const load = (state: WorkspaceState) => {
    const { document, durationMs } = planOf(state);
    const commands = commandsFor(document, state.interventions);
    beginLog(log, commands);
    playback.load(
      {
        document,
        deploymentIds: [...new Set(state.paneDeploymentIds)],
        seed: state.seed,
        commands,
      },
      { durationMs, autoplay: true },
    );
  };
  const restart = () => {
    const state = workspace.getState();
    const commands = commandsFor(planOf(state).document, state.interventions);
    beginLog(log, commands);
    playback.restart(commands);
  };
  const stopFollowing = workspace.subscribe((state, before) => {
    if (isAnotherRun(planOf, state, before)) load(state);
    else if (state.interventions !== before.interventions) {
      const { document } = planOf(state);
      const commands = commandsBetween(document, before.interventions, state.interventions);
      addToLog(log, playback.actor.getSnapshot().context.timeMs, commands);
      for (const command of commands) playback.send(command);
    }
  });
  load(workspace.getState());
  return {
    playback,
    log,
    restart,
    toggle: () => {
      if (modeOf(playback.actor.getSnapshot()) === 'finished') restart();
      else playback.toggle();
    },
    dispose: () => {
      stopFollowing();
      playback.dispose();
    },
  };
}

function isAnotherRun(
  planOf: (state: WorkspaceState) => RunPlan,
  state: WorkspaceState,
  before: WorkspaceState,
): boolean {
  return (
    planOf(state).document !== planOf(before).document ||
    state.seed !== before.seed ||
    state.paneDeploymentIds.some((id, index) => id !== before.paneDeploymentIds[index])
  );
}
