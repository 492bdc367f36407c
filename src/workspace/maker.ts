/**
 * Takes the steps of what is made: each one goes into the history, and what
 * follows from it (wishes, selection, stored places) goes along.
 */
import type { ArchitectureDocument } from '../architecture/document';
import type { Command } from '../simulation/command';
import { commandsBetween } from './commands-between';
import { Gesture } from './gesture';
import { type History, type Step, type undone, withStep } from './history';
import type { Interventions } from './interventions';
import { type Made, madeOf } from './made';
import type { Notice } from './notice';
import { interventionsAt, wishesAfter, withCommands } from './script';
import { type StoredSettings, writePositions, writeWays } from './stored-settings';
import type { Selection, WorkspaceState } from './workspace';

/** What a step is taken with. */
export interface Tools {
  set(state: Partial<WorkspaceState>): void;
  get(): WorkspaceState;
  settings: StoredSettings;
  notify(notice: Notice): void;
  now(): number;
}

/** Changes what is made as one step; a change that gives the same values back is none. */
export type Make = (change: (made: Made) => Partial<Made>, step: Step) => void;

export class Maker {
  readonly gesture: Gesture;
  readonly #tools: Tools;
  presentMs: () => number = () => 0;

  constructor(tools: Tools) {
    this.#tools = tools;
    this.gesture = new Gesture(tools.now);
  }

  readonly make: Make = (change, step) => {
    const before = madeOf(this.#tools.get());
    const after = { ...before, ...change(before) };
    if (!isSameMade(before, after)) this.#put(after, this.#historyWith(before, step));
  };

  readonly intervene = (
    change: (interventions: Interventions) => Interventions,
    { isCompared, label }: Partial<Pick<Step, 'isCompared' | 'label'>> = {},
  ): void => {
    const state = this.#tools.get();
    const interventions = change(state.interventions);
    const commands = commandsBetween(state.document, state.interventions, interventions);
    if (commands.length === 0) return;
    const script = withCommands(state.script, this.presentMs(), commands);
    const mergeKey = amountKey(state.document, state.interventions, commands);
    const history = this.#historyWith(madeOf(state), {
      label: label ?? { commands },
      mergeKey,
      isCompared,
    });
    this.#tools.set({ script, interventions, history });
  };

  travel(step: typeof undone<Made>): void {
    const state = this.#tools.get();
    const result = step(state.history, madeOf(state));
    if (result === null) return;
    this.gesture.close();
    const { paneDeploymentIds, view } = result.made;
    const isSamePanes = isSamePair(paneDeploymentIds, state.paneDeploymentIds);
    // Which of the two is on show is not a thing that was made.
    this.#put({ ...result.made, view: isSamePanes ? state.view : view }, result.history);
  }

  readonly lookAt = (timeMs: number): void => {
    const { document, script, interventions } = this.#tools.get();
    const held = interventionsAt(document, script, timeMs);
    // The same wishes stay the same object: whoever shows them need not do so again.
    if (commandsBetween(document, interventions, held).length === 0) return;
    this.#tools.set({ interventions: held });
  };

  #historyWith(made: Made, step: Step): History<Made> {
    return withStep(this.#tools.get().history, made, step, this.gesture.goesOn());
  }

  #put(made: Made, history: History<Made>): void {
    const { set, get, settings } = this.#tools;
    const { selection, storyId, storyStep, positions, ways } = get();
    set({
      ...made,
      history,
      interventions: interventionsAt(made.document, made.script, this.presentMs()),
      selection: selection !== null && isThere(made, selection) ? selection : null,
      storyStep: made.storyId === storyId ? storyStep : 0,
    });
    if (made.positions !== positions) writePositions(settings, made.document.id, made.positions);
    if (made.ways !== ways) writeWays(settings, made.document.id, made.ways);
  }
}

/** Names an amount that is being changed, as a slider does; none where something is switched. */
function amountKey(
  document: ArchitectureDocument,
  held: Interventions,
  commands: readonly Command[],
): string | undefined {
  const [command, ...others] = commands;
  if (others.length > 0 || command.kind === 'unit-crash') return undefined;
  if ('faultKind' in command) {
    const { fault, ...target } = command;
    // Another strength of the fault that was there.
    const isAmount = fault !== null && isHeld(document, held, command);
    return isAmount ? JSON.stringify(target) : undefined;
  }
  switch (command.kind) {
    case 'replicas':
    case 'concurrency':
      return `${command.kind} ${command.deploymentId} ${command.unitId}`;
    case 'policy':
      return `${command.kind} ${command.deploymentId} ${command.callerId} ${command.calleeId}`;
    case 'arrival-rate':
    case 'load-pattern':
      return command.kind;
    default:
      return undefined;
  }
}

/** Whether to lift what a command sets would change anything. */
function isHeld(
  document: ArchitectureDocument,
  held: Interventions,
  command: Extract<Command, { faultKind: string }>,
): boolean {
  const lifted = wishesAfter(document, held, { ...command, fault: null });
  return commandsBetween(document, held, lifted).length > 0;
}

function isSameMade(one: Made, other: Made): boolean {
  return (
    isSamePair(one.paneDeploymentIds, other.paneDeploymentIds) &&
    one.original === other.original &&
    one.document === other.document &&
    one.script === other.script &&
    one.positions === other.positions &&
    one.ways === other.ways &&
    one.seed === other.seed &&
    one.storyId === other.storyId
  );
}

function isSamePair(one: readonly [string, string], other: readonly [string, string]): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

/** Whether the document still has what is selected. */
function isThere({ document, paneDeploymentIds }: Made, selection: Selection): boolean {
  if (!paneDeploymentIds.includes(selection.deploymentId)) return false;
  if (selection.kind !== 'unit' && selection.kind !== 'module') return true;
  const deployment = document.deployments.find(({ id }) => id === selection.deploymentId);
  return (
    deployment?.units.some(({ id, modules }) =>
      selection.kind === 'unit' ? id === selection.id : modules.includes(selection.id),
    ) ?? false
  );
}
