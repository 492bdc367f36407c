/**
 * What changes what the user makes. Every change goes through `make`: a step of
 * the history that has a name and can be undone.
 */
import type { ArchitectureDocument } from '../architecture/document';
import type { Command } from '../simulation/command';
import type { Script } from '../simulation/script';
import { loadStory, storyById } from '../stories/stories';
import type { Story } from '../stories/story';
import { redone, type Step, undone } from './history';
import type { Interventions } from './interventions';
import type { Made } from './made';
import { type Make, Maker, type Tools } from './maker';
import type { Notice } from './notice';
import { freshPanes } from './panes';
import type { Position, Positions } from './positions';
import { noScript, withEntryAt } from './script';
import { readPositions, readWays } from './stored-settings';

export interface MakingActions {
  /**
   * Changes what is made as one step. Steps with the same `mergeKey` are one
   * while a gesture lasts. A change that gives the same values back is none.
   */
  make: Make;
  /** Changes the document; the run is computed anew and comes back to the present instant. */
  editDocument(change: (document: ArchitectureDocument) => ArchitectureDocument, step: Step): void;
  /** Changes what happens when; what lies before the first difference stays as it was. */
  editScript(change: (script: Script) => Script, step: Step): void;
  /** Changes the user's wishes at the present instant, by one of the functions of `intervene.ts`. */
  intervene(
    change: (interventions: Interventions) => Interventions,
    options?: Partial<Pick<Step, 'isCompared' | 'label'>>,
  ): void;
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

/** Opening starts over: what was made before is an undo away. */
function openingActions(
  { get, set, settings, notify }: Tools,
  make: Make,
): Pick<MakingActions, 'openDocument' | 'openStory' | 'closeStory'> {
  return {
    openDocument: (document) => {
      const opened = {
        original: document,
        document,
        script: noScript,
        positions: readPositions(settings, document.id),
        ways: readWays(settings, document.id),
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
  make: Make,
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
      const { [deploymentId]: _forgotten, ...ways } = get().ways;
      const label = { key: 'history.tidy', values: { deployment: nameOf(deploymentId) } } as const;
      make(() => ({ positions, ways }), { label });
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
