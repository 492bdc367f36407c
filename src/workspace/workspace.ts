/** What the user has open and has chosen. The run itself lives in the worker, its mode in the player. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ArchitectureDocument } from '../architecture/document';
import { isLoaded, loadCatalogue } from '../i18n/catalogue';
import { detectLanguage, type Language } from '../i18n/language';
import { loadStory, storyById } from '../stories/stories';
import type { Story } from '../stories/story';
import { type Address, type Theme, themes, type View } from './address';
import { type Interventions, noInterventions } from './interventions';
import { isSameNotice, type Notice } from './notice';
import type { Position, Positions } from './positions';
import { readPositions, type StoredSettings, writePositions } from './stored-settings';

/**
 * What the inspector shows. `clients` has the id `clients`, a call that of its
 * two ends (`callIdOf`). A journey is the same in every deployment.
 */
export interface Selection {
  readonly deploymentId: string;
  readonly kind: 'unit' | 'module' | 'clients' | 'call' | 'journey';
  readonly id: string;
}

export interface WorkspaceState {
  readonly document: ArchitectureDocument;
  /** The deployments shown on the left and on the right. */
  readonly paneDeploymentIds: readonly [string, string];
  readonly view: View;
  readonly selection: Selection | null;
  /** What is selected beside `selection`, in the same deployment; means nothing while that is `null`. */
  readonly alsoSelected: readonly Selection[];
  readonly language: Language;
  readonly theme: Theme;
  readonly seed: number;
  readonly interventions: Interventions;
  readonly positions: Positions;
  readonly notices: readonly Notice[];
  readonly storyId: string | null;
  /** Step of the open story, counted from 0. */
  readonly storyStep: number;
}

export interface WorkspaceActions {
  /** Starts over with another document: its first two deployments, healthy. */
  openDocument(document: ArchitectureDocument): void;
  /** Shows another cut in a pane; its run starts over. */
  showInPane(paneIndex: 0 | 1, deploymentId: string): void;
  setView(view: View): void;
  /** `alsoSelected`: default nothing else. */
  select(selection: Selection | null, alsoSelected?: readonly Selection[]): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setSeed(seed: number): void;
  /** Changes the user's wishes by one of the functions of `intervene.ts`. */
  intervene(change: (interventions: Interventions) => Interventions): void;
  moveNode(deploymentId: string, nodeId: string, position: Position): void;
  /** Gives every node of a deployment back to the layout. */
  forgetPositions(deploymentId: string): void;
  notify(notice: Notice): void;
  dismiss(notice: Notice): void;
  /** Opens a story from its first step: its cuts, its seed, and nothing of the user's own. Unknown ones are ignored. */
  openStory(storyId: string): void;
  setStoryStep(step: number): void;
  closeStory(): void;
}

export type Workspace = StoreApi<WorkspaceState & WorkspaceActions>;

export interface WorkspaceOptions {
  document: ArchitectureDocument;
  address: Address;
  notices?: readonly Notice[];
  settings: StoredSettings;
  /** `navigator.languages`. */
  browserLanguages: readonly string[];
}

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { settings } = options;
  return createStore<WorkspaceState & WorkspaceActions>()((set, get) => {
    const storePositions = (positions: Positions) => {
      set({ positions });
      writePositions(settings, get().document.id, positions);
    };
    return {
      ...initialState(options),
      // What there was to say about the address is about the document before.
      openDocument: (document) => set({ ...freshState(document, settings), notices: [] }),
      showInPane: (paneIndex, deploymentId) => {
        const { paneDeploymentIds, view } = get();
        const [left, right] = paneDeploymentIds;
        set({
          paneDeploymentIds: paneIndex === 0 ? [deploymentId, right] : [left, deploymentId],
          view: view === paneDeploymentIds[paneIndex] ? deploymentId : view,
          selection: null,
        });
      },
      setView: (view) => set({ view }),
      select: (selection, alsoSelected = []) => set({ selection, alsoSelected }),
      setLanguage: (language) => {
        const speak = () => {
          set({ language });
          settings.write('language', language);
        };
        if (isLoaded(language)) speak();
        else loadCatalogue(language).then(speak, () => get().notify(unheardOf(language)));
      },
      setTheme: (theme) => {
        set({ theme });
        settings.write('theme', theme);
      },
      setSeed: (seed) => set({ seed }),
      intervene: (change) => set({ interventions: change(get().interventions) }),
      moveNode: (deploymentId, nodeId, position) => {
        const { positions } = get();
        const ofDeployment = { ...positions[deploymentId], [nodeId]: position };
        storePositions({ ...positions, [deploymentId]: ofDeployment });
      },
      forgetPositions: (deploymentId) => {
        const { [deploymentId]: _forgotten, ...rest } = get().positions;
        storePositions(rest);
      },
      notify: (notice) => {
        const { notices } = get();
        if (!notices.some((known) => isSameNotice(known, notice))) {
          set({ notices: [...notices, notice] });
        }
      },
      dismiss: (notice) =>
        set({ notices: get().notices.filter((known) => !isSameNotice(known, notice)) }),
      openStory: (storyId) => {
        const tell = (story: Story | null) => {
          if (story !== null) set({ ...storyState(story), seed: story.seed });
        };
        const known = storyById(storyId);
        if (known !== null) tell(known);
        else loadStory(storyId).then(tell, () => get().notify(untold(storyId)));
      },
      setStoryStep: (storyStep) => set({ storyStep }),
      closeStory: () => set({ storyId: null, storyStep: 0 }),
    };
  });
}

function untold(storyId: string): Notice {
  return { key: 'notices.story', values: { value: storyId } };
}

function unheardOf(language: Language): Notice {
  return { key: 'notices.language', values: { language: language.toUpperCase() } };
}

/** Those that can be shown: a deployment without units is not written out yet. */
export function runnableDeploymentIds({ deployments }: ArchitectureDocument): string[] {
  return deployments.filter(({ units }) => units.length > 0).map(({ id }) => id);
}

function freshState(
  document: ArchitectureDocument,
  settings: StoredSettings,
): Omit<WorkspaceState, 'language' | 'theme' | 'seed' | 'notices'> {
  const ids = runnableDeploymentIds(document);
  return {
    document,
    paneDeploymentIds: [ids[0], ids[1] ?? ids[0]],
    view: ids.length > 1 ? 'both' : ids[0],
    selection: null,
    alsoSelected: [],
    interventions: noInterventions,
    positions: readPositions(settings, document.id),
    storyId: null,
    storyStep: 0,
  };
}

/** How a story begins. */
function storyState(story: Story) {
  return {
    storyId: story.id,
    storyStep: 0,
    paneDeploymentIds: story.deployments,
    view: 'both',
    selection: null,
    interventions: noInterventions,
  };
}

function initialState({
  document,
  address,
  notices = [],
  settings,
  browserLanguages,
}: WorkspaceOptions): WorkspaceState {
  const storedTheme = settings.read('theme');
  const fresh = freshState(document, settings);
  const { view } = address;
  // A cut that the address asks for and that neither pane shows takes the right one.
  const story = storyById(address.storyId);
  const panes = story?.deployments ?? fresh.paneDeploymentIds;
  const isAside = view !== 'both' && !panes.includes(view);
  return {
    ...fresh,
    paneDeploymentIds: isAside ? [panes[0], view] : panes,
    view: view === 'both' ? fresh.view : view,
    language: detectLanguage({
      asked: address.language,
      stored: settings.read('language'),
      browser: browserLanguages,
    }),
    theme: address.theme ?? themes.find((theme) => theme === storedTheme) ?? 'auto',
    seed: address.seed,
    interventions: { ...noInterventions, moduleFaults: address.moduleFaults },
    notices,
    storyId: story?.id ?? null,
    storyStep: story === null ? 0 : address.storyStep,
  };
}

/** The address under which the present picture opens again. */
export function addressOf(state: WorkspaceState, isEmbed = false): Address {
  return {
    language: state.language,
    theme: state.theme,
    view: state.view,
    seed: state.seed,
    moduleFaults: state.interventions.moduleFaults,
    storyId: state.storyId,
    storyStep: state.storyStep,
    isEmbed,
  };
}
