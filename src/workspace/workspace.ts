/** What the user has open and has chosen. The run itself lives in the worker, its mode in the player. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ArchitectureDocument } from '../architecture/document';
import { isLoaded, loadCatalogue } from '../i18n/catalogue';
import { detectLanguage, type Language } from '../i18n/language';
import { storyById } from '../stories/stories';
import { type Address, type Theme, themes, type View } from './address';
import { commandsFor } from './commands-between';
import type { History } from './history';
import { type Interventions, noInterventions } from './interventions';
import type { Made } from './made';
import { type MakingActions, makingActions } from './making';
import { isSameNotice, type Notice } from './notice';
import { freshPanes } from './panes';
import { interventionsAt, noScript, withCommands } from './script';
import { readPositions, readWays, type StoredSettings } from './stored-settings';

/**
 * What the inspector shows. `clients` has the id `clients`, a call that of its
 * two ends (`callIdOf`). A journey is the same in every deployment.
 */
export interface Selection {
  readonly deploymentId: string;
  readonly kind: 'unit' | 'module' | 'clients' | 'call' | 'journey';
  readonly id: string;
}

export interface WorkspaceState extends Made {
  readonly selection: Selection | null;
  /** What is selected beside `selection`, in the same deployment; means nothing while that is `null`. */
  readonly alsoSelected: readonly Selection[];
  readonly language: Language;
  readonly theme: Theme;
  /**
   * What the user wishes for at the instant on show: what the script has done
   * by then. Changed with `intervene`; follows the playhead by `lookAt`.
   */
  readonly interventions: Interventions;
  readonly history: History<Made>;
  readonly notices: readonly Notice[];
  /** Step of the open story, counted from 0. */
  readonly storyStep: number;
}

/** How the page is looked at; what is made of it are `MakingActions`. */
export interface ViewActions {
  setView(view: View): void;
  /** `alsoSelected`: default nothing else. */
  select(selection: Selection | null, alsoSelected?: readonly Selection[]): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setStoryStep(step: number): void;
  notify(notice: Notice): void;
  dismiss(notice: Notice): void;
}

export type WorkspaceActions = ViewActions & MakingActions;

export type Workspace = StoreApi<WorkspaceState & WorkspaceActions>;

export interface WorkspaceOptions {
  /** The document as it was opened. */
  document: ArchitectureDocument;
  address: Address;
  /** What the user has made of it before. */
  made?: Partial<Pick<Made, 'document' | 'script' | 'paneDeploymentIds'>>;
  notices?: readonly Notice[];
  settings: StoredSettings;
  /** `navigator.languages`. */
  browserLanguages: readonly string[];
  /** The watcher's clock, ms; default that of the page. */
  now?(): number;
}

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { settings, now = () => performance.now() } = options;
  return createStore<WorkspaceState & WorkspaceActions>()((set, get) => ({
    ...initialState(options),
    ...makingActions({ set, get, settings, now, notify: (notice) => get().notify(notice) }),
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
    setStoryStep: (storyStep) => set({ storyStep }),
    notify: (notice) => {
      const { notices } = get();
      if (!notices.some((known) => isSameNotice(known, notice))) {
        set({ notices: [...notices, notice] });
      }
    },
    dismiss: (notice) =>
      set({ notices: get().notices.filter((known) => !isSameNotice(known, notice)) }),
  }));
}

function unheardOf(language: Language): Notice {
  return { key: 'notices.language', values: { language: language.toUpperCase() } };
}

function initialState(options: WorkspaceOptions): WorkspaceState {
  const { document: original, address, made, settings, notices = [] } = options;
  const document = made?.document ?? original;
  const fresh = freshPanes(document);
  const { view, moduleFaults, seed } = address;
  // A cut that the address asks for and that neither pane shows takes the right one.
  const story = storyById(address.storyId);
  const panes = made?.paneDeploymentIds ?? story?.deployments ?? fresh.paneDeploymentIds;
  const isAside = view !== 'both' && !panes.includes(view);
  const wishes = { ...noInterventions, moduleFaults };
  const script = made?.script ?? withCommands(noScript, 0, commandsFor(document, wishes));
  return {
    original,
    document,
    script,
    positions: readPositions(settings, document.id),
    ways: readWays(settings, document.id),
    paneDeploymentIds: isAside ? [panes[0], view] : panes,
    view: view === 'both' ? fresh.view : view,
    seed,
    storyId: story?.id ?? null,
    storyStep: story === null ? 0 : address.storyStep,
    interventions: interventionsAt(document, script, 0),
    history: { past: [], future: [] },
    selection: null,
    alsoSelected: [],
    notices,
    ...readerState(options),
  };
}

function readerState({
  address,
  settings,
  browserLanguages,
}: WorkspaceOptions): Pick<WorkspaceState, 'language' | 'theme'> {
  const storedTheme = settings.read('theme');
  const language = detectLanguage({
    asked: address.language,
    stored: settings.read('language'),
    browser: browserLanguages,
  });
  const theme = address.theme ?? themes.find((known) => known === storedTheme) ?? 'auto';
  return { language, theme };
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
