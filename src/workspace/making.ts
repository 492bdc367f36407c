/**
 * What changes what the user makes. Every change goes through `make`: a step of
 * the history that has a name and can be undone.
 */
import type { ArchitectureDocument } from '../architecture/document';
import type { Command } from '../simulation/command';
import type { Script } from '../simulation/script';
import { loadStory, storyById } from '../stories/stories';
import type { Story } from '../stories/story';
import { commandsBetween } from './commands-between';
import { Gesture } from './gesture';
import { type History, redone, type Step, undone, withStep } from './history';
import type { Interventions } from './interventions';
import { type Made, madeOf } from './made';
import type { Notice } from './notice';
import { freshPanes } from './panes';
import type { Position, Positions } from './positions';
import { interventionsAt, noScript, wishesAfter, withCommands, withEntryAt } from './script';
import { readPositions, type StoredSettings, writePositions } from './stored-settings';
import type { Selection, WorkspaceState } from './workspace';

export interface MakingActions {
  /**
   * Changes what is made as one step. Steps with the same `mergeKey` are one
   * while a gesture lasts. A change that gives the same values back is none.
   */
  make(change: (made: Made) => Partial<Made>, step: Step): void;
  /** Changes the document; the run is computed anew and comes back to the present instant. */
  editDocument(change: (document: ArchitectureDocument) => ArchitectureDocument, step: Step): void;
  /** Changes what happens when; what lies before the first difference stays as it was. */
  editScript(change: (script: Script) => Script, step: Step): void;
  /** Changes the user's wishes at the present instant, by one of the functions of `intervene.ts`. */
  intervene(change: (interventions: Interventions) => Interventions): void;
  /** Takes back every edit of the document. */
  resetDocument(): void;
  undo(): void;
  redo(): void;
  /** From here to `endGesture`, steps with the same `mergeKey` are one. */
  beginGesture(): void;
  endGesture(): void;
  /** Starts over with another document: its first two deployments, healthy. */
  openDocument(document: ArchitectureDocument): void;
  /** Shows another cut in a pane. */
  showInPane(paneIndex: 0 | 1, deploymentId: string): void;
  setSeed(seed: number): void;
  moveNode(deploymentId: string, nodeId: string, position: Position): void;
  /** Gives every node of a deployment back to the layout. */
  forgetPositions(deploymentId: string): void;
  /** Opens a story from its first step: its cuts, its seed, and nothing of the user's own. Unknown ones are ignored. */
  openStory(storyId: string): void;
  closeStory(): void;
  /** The run whose present instant wishes take effect at: asked when it is needed, simulated ms. */
  followRun(presentMs: () => number): void;
  /** The playhead has passed or left an entry of the script: other wishes are in force. */
  lookAt(timeMs: number): void;
  /** A command took effect a little later than where it stands: no step of its own. */
  settleCommand(command: Command, atMs: number): void;
}

interface Tools {
  set(state: Partial<WorkspaceState>): void;
  get(): WorkspaceState;
  settings: StoredSettings;
  notify(notice: Notice): void;
  now(): number;
}

export function makingActions(tools: Tools): MakingActions {
  const { get } = tools;
  const maker = new Maker(tools);
  const { make } = maker;
  return {
    make,
    editDocument: (change, step) => make(({ document }) => ({ document: change(document) }), step),
    editScript: (change, step) => make(({ script }) => ({ script: change(script) }), step),
    intervene: maker.intervene,
    resetDocument: () => {
      const { original, paneDeploymentIds } = get();
      const isKnown = (id: string) => original.deployments.some((other) => other.id === id);
      const panes = paneDeploymentIds.every(isKnown) ? {} : freshPanes(original);
      make(() => ({ document: original, ...panes }), { label: { key: 'history.reset' } });
    },
    undo: () => maker.travel(undone),
    redo: () => maker.travel(redone),
    beginGesture: () => maker.gesture.begin(),
    endGesture: () => maker.gesture.end(),
    ...openingActions(tools, make),
    ...pictureActions(tools, make),
    followRun: (presentMs) => {
      maker.presentMs = presentMs;
    },
    lookAt: maker.lookAt,
    settleCommand: (command, atMs) => {
      const script = withEntryAt(get().script, command, atMs);
      if (script !== get().script) tools.set({ script });
    },
  };
}

class Maker {
  readonly gesture: Gesture;
  readonly #tools: Tools;
  presentMs: () => number = () => 0;

  constructor(tools: Tools) {
    this.#tools = tools;
    this.gesture = new Gesture(tools.now);
  }

  readonly make: MakingActions['make'] = (change, step) => {
    const before = madeOf(this.#tools.get());
    const after = { ...before, ...change(before) };
    if (!isSameMade(before, after)) this.#put(after, this.#historyWith(before, step));
  };

  readonly intervene: MakingActions['intervene'] = (change) => {
    const state = this.#tools.get();
    const interventions = change(state.interventions);
    const commands = commandsBetween(state.document, state.interventions, interventions);
    if (commands.length === 0) return;
    const script = withCommands(state.script, this.presentMs(), commands);
    const mergeKey = amountKey(state.document, state.interventions, commands);
    const history = this.#historyWith(madeOf(state), { label: { commands }, mergeKey });
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
    const { selection, storyId, storyStep, positions } = get();
    set({
      ...made,
      history,
      interventions: interventionsAt(made.document, made.script, this.presentMs()),
      selection: selection !== null && isThere(made, selection) ? selection : null,
      storyStep: made.storyId === storyId ? storyStep : 0,
    });
    if (made.positions !== positions) writePositions(settings, made.document.id, made.positions);
  }
}

/** Opening starts over: what was made before is an undo away. */
function openingActions(
  { get, set, settings, notify }: Tools,
  make: MakingActions['make'],
): Pick<MakingActions, 'openDocument' | 'openStory' | 'closeStory'> {
  return {
    openDocument: (document) => {
      const opened = {
        original: document,
        document,
        script: noScript,
        positions: readPositions(settings, document.id),
        storyId: null,
        ...freshPanes(document),
      };
      make(() => opened, { label: { key: 'history.open', values: { name: document.name } } });
      // What there was to say about the address is about the document before.
      set({ notices: [], selection: null });
    },
    openStory: (storyId) => {
      const tell = (story: Story | null) => {
        if (story === null) return;
        const label = { key: 'history.story', values: { name: story.name } } as const;
        make(({ original }) => ({ ...storyBeginning(story), document: original }), { label });
        set({ storyStep: 0, selection: null, view: 'both' });
      };
      const known = storyById(storyId);
      if (known !== null) tell(known);
      else loadStory(storyId).then(tell, () => notify(untold(storyId)));
    },
    closeStory: () => {
      if (get().storyId === null) return;
      make(() => ({ storyId: null }), { label: { key: 'history.leaveStory' } });
    },
  };
}

/** How a story begins, but for the document. */
function storyBeginning(story: Story): Partial<Made> {
  return {
    script: noScript,
    storyId: story.id,
    seed: story.seed,
    paneDeploymentIds: story.deployments,
    view: 'both',
  };
}

function untold(storyId: string): Notice {
  return { key: 'notices.story', values: { value: storyId } };
}

/** What is shown where. */
function pictureActions(
  { get, set }: Tools,
  make: MakingActions['make'],
): Pick<MakingActions, 'showInPane' | 'setSeed' | 'moveNode' | 'forgetPositions'> {
  const nameOf = (deploymentId: string) =>
    get().document.deployments.find(({ id }) => id === deploymentId)?.name ?? deploymentId;
  return {
    showInPane: (paneIndex, deploymentId) => {
      make(
        ({ paneDeploymentIds, view }) => {
          const [left, right] = paneDeploymentIds;
          return {
            paneDeploymentIds: paneIndex === 0 ? [deploymentId, right] : [left, deploymentId],
            view: view === paneDeploymentIds[paneIndex] ? deploymentId : view,
          };
        },
        { label: { key: 'history.show', values: { name: nameOf(deploymentId) } } },
      );
      set({ selection: null });
    },
    setSeed: (seed) => make(() => ({ seed }), { label: { key: 'history.seed', values: { seed } } }),
    moveNode: (deploymentId, nodeId, position) => {
      const label = {
        key: 'history.move',
        values: { deployment: nameOf(deploymentId) },
      } as const;
      make(({ positions }) => ({ positions: moved(positions, deploymentId, nodeId, position) }), {
        label,
        // Parts that are dragged together are one step.
        mergeKey: `move ${deploymentId}`,
      });
    },
    forgetPositions: (deploymentId) => {
      const { [deploymentId]: forgotten, ...positions } = get().positions;
      if (forgotten === undefined) return;
      const label = { key: 'history.tidy', values: { deployment: nameOf(deploymentId) } } as const;
      make(() => ({ positions }), { label });
    },
  };
}

function moved(
  positions: Positions,
  deploymentId: string,
  nodeId: string,
  position: Position,
): Positions {
  return { ...positions, [deploymentId]: { ...positions[deploymentId], [nodeId]: position } };
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
