import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { shop } from '../architecture/shop';
import { later } from '../design/later';
import '../design/tokens.css';
import '../design/fonts.css';
import '../design/base.css';
import { loadCatalogue, loadFurtherTexts } from '../i18n/catalogue';
import { createPlayback } from '../playback/playback';
import { storyHeads } from '../stories/story-heads';
import { readAddress } from '../workspace/address';
import { runnableDeploymentIds } from '../workspace/panes';
import { browserSettings, noSettings, type StoredSettings } from '../workspace/stored-settings';
import { WorkspaceContext } from '../workspace/use-workspace';
import { createWorkspace, type Workspace } from '../workspace/workspace';
import { ErrorBoundary } from './error-boundary';
import { followPageAttributes } from './page-attributes';
import { connectRun, type RunControl } from './run-control';
import type { ReadMade } from './sharing/read-shared';
import { withKnownStep, withLoadedStory } from './story-step';
import type { Unwritten } from './unwritten';
import { unwrittenKey } from './unwritten-key';

// The page and the embed each load what they need of it, and not the other's.
const loadApp = () => import('./app');
const loadEmbedPage = () => import('./embed-page');
const loadGallery = () => import('./gallery/gallery');

async function open(): Promise<void> {
  const unwritten = await findUnwritten();
  const { hash } = window.location;
  const search = unwritten?.search ?? window.location.search;
  // A figure in somebody else's page neither shows nor changes what the visitor has set in ours.
  const isEmbed = new URLSearchParams(search).get('embed') === '1';
  const settings = isEmbed ? noSettings : browserSettings;
  const shared = unwritten === null ? await readFragment(hash, settings) : await takeUp(unwritten);
  const original = shared.made.original ?? shop;
  const document = shared.made.document ?? original;
  const read = readAddress(search, {
    moduleIds: document.modules.map(({ id }) => id),
    deploymentIds: runnableDeploymentIds(document),
    storyIds: original === shop ? storyHeads.map(({ id }) => id) : [],
  });
  const told = await withLoadedStory(read.address);
  const { address, notices } = withKnownStep(told.address);
  const embed = address.isEmbed
    ? (await import('../embed/embed-options')).readEmbedOptions(search)
    : null;
  // The parts of the page one by one: nothing runs.
  const isGallery = new URLSearchParams(search).has('gallery');
  const workspace = createWorkspace({
    document: original,
    address,
    made: shared.made,
    notices: [
      ...shared.notices,
      ...read.notices,
      ...told.notices,
      ...notices,
      ...(embed?.notices ?? []),
    ],
    settings,
    browserLanguages: navigator.languages,
  });
  const texts = loadCatalogue(workspace.getState().language);
  texts.then(
    () => followPageAttributes(workspace),
    () => {
      // The page, which waits for its texts, says so.
    },
  );
  // The address of an embed belongs to the page around it.
  if (embed === null && !isGallery) {
    followAddressLater(workspace, settings, shared.place, unwritten !== null);
  }
  const run = isGallery ? null : connectRun(workspace, createPlayback());
  if (embed === null && run !== null) keepBranchesLater(run, workspace, settings);
  if (embed?.options.isAutoplay === false) run?.playback.pause();

  const App = later(async () => {
    const [{ App: view }] = await Promise.all([loadApp(), texts]);
    return view;
  });
  const EmbedPage = later(async () => {
    const [{ EmbedPage: view }] = await Promise.all([loadEmbedPage(), texts, loadFurtherTexts()]);
    return view;
  });
  const Gallery = later(async () => {
    const [{ Gallery: view }] = await Promise.all([loadGallery(), texts, loadFurtherTexts()]);
    return view;
  });
  const page = window.document.getElementById('page');
  if (page === null) throw new Error('index.html has no element with the id "page".');
  createRoot(page).render(
    <StrictMode>
      <WorkspaceContext value={workspace}>
        <ErrorBoundary>
          {run === null ? (
            <Gallery />
          ) : embed === null ? (
            <App home={shop} run={run} />
          ) : (
            <EmbedPage options={embed.options} run={run} />
          )}
        </ErrorBoundary>
      </WorkspaceContext>
    </StrictMode>,
  );
}

/** Nobody leaves a line of the run before they have touched the page; what they have left on an earlier visit is there at once. */
function keepBranchesLater(run: RunControl, workspace: Workspace, settings: StoredSettings): void {
  const keep = async () => {
    const { startBranches } = await import('./branches/start-branches');
    startBranches(run, workspace, settings);
  };
  if (settings.read('branches') === null) onFirstTouch(keep);
  else void loadApp().then(keep);
}

/** Nor does anybody make anything. `isUnwritten`: the address does not say all that was made before. */
function followAddressLater(
  workspace: Workspace,
  settings: StoredSettings,
  place: string | null,
  isUnwritten: boolean,
): void {
  const written = isUnwritten ? null : workspace.getState();
  const follow = async () => {
    const { followAddress } = await import('./address-sync');
    followAddress(workspace, shop, settings, place, written);
  };
  if (isUnwritten) void follow();
  else onFirstTouch(follow);
}

/** By pointer, by key, or by what stands in for them: a screen reader clicks, a voice chooses, a file is dropped. */
function onFirstTouch(begin: () => void): void {
  const touch = new AbortController();
  const once = () => {
    touch.abort();
    begin();
  };
  for (const kind of ['pointerdown', 'keydown', 'click', 'input', 'drop']) {
    window.addEventListener(kind, once, { signal: touch.signal, capture: true });
  }
}

/** What somebody has made, where the address carries it. */
async function readFragment(hash: string, settings: StoredSettings): Promise<ReadMade> {
  if (!hash.startsWith('#s=')) return { made: {}, notices: [], place: null };
  const { readShared } = await import('./sharing/read-shared');
  return readShared(hash.slice(3), shop, settings);
}

/** What was made last, where the page was left before its address could say so. */
async function findUnwritten(): Promise<Unwritten | null> {
  try {
    if (sessionStorage.getItem(unwrittenKey) === null) return null;
  } catch {
    return null;
  }
  const { readUnwritten } = await import('./unwritten');
  return readUnwritten();
}

async function takeUp({ made, place }: Unwritten): Promise<ReadMade> {
  const { readMade } = await import('./sharing/read-shared');
  return readMade(made, shop, place);
}

// An address that is pasted over this one leads elsewhere; the page changes its own without this event.
window.addEventListener('hashchange', () => {
  if (window.location.hash.startsWith('#s=')) window.location.reload();
});

void open();
