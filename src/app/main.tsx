import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { shop } from '../architecture/shop';
import '../design/tokens.css';
import '../design/fonts.css';
import '../design/base.css';
import { readEmbedOptions } from '../embed/embed-options';
import { loadCatalogue } from '../i18n/catalogue';
import { createPlayback } from '../playback/playback';
import { storyHeads } from '../stories/story-heads';
import { readAddress } from '../workspace/address';
import { runnableDeploymentIds } from '../workspace/panes';
import { browserSettings, noSettings } from '../workspace/stored-settings';
import { WorkspaceContext } from '../workspace/use-workspace';
import { createWorkspace } from '../workspace/workspace';
import { followAddress } from './address-sync';
import { ErrorBoundary } from './error-boundary';
import { followPageAttributes } from './page-attributes';
import { connectRun } from './run-control';
import { withKnownStep, withLoadedStory } from './story-step';

// The page and the embed each load what they need of it, and not the other's.
const loadApp = () => import('./app');
const loadEmbedPage = () => import('./embed-page');
const loadGallery = () => import('./gallery/gallery');

async function open(): Promise<void> {
  const { search } = window.location;
  const read = readAddress(search, {
    moduleIds: shop.modules.map(({ id }) => id),
    deploymentIds: runnableDeploymentIds(shop),
    storyIds: storyHeads.map(({ id }) => id),
  });
  const told = await withLoadedStory(read.address);
  const { address, notices } = withKnownStep(told.address);
  const embed = address.isEmbed ? readEmbedOptions(search) : null;
  // The parts of the page one by one: nothing runs.
  const isGallery = new URLSearchParams(search).has('gallery');
  const workspace = createWorkspace({
    document: shop,
    address,
    notices: [...read.notices, ...told.notices, ...notices, ...(embed?.notices ?? [])],
    // A figure in somebody else's page neither shows nor changes what the visitor has set in ours.
    settings: embed === null ? browserSettings : noSettings,
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
  if (embed === null && !isGallery) followAddress(workspace, shop);
  const run = isGallery ? null : connectRun(workspace, createPlayback());
  if (embed?.options.isAutoplay === false) run?.playback.pause();

  const App = lazy(async () => {
    const [{ App: view }] = await Promise.all([loadApp(), texts]);
    return { default: view };
  });
  const EmbedPage = lazy(async () => {
    const [{ EmbedPage: view }] = await Promise.all([loadEmbedPage(), texts]);
    return { default: view };
  });
  const Gallery = lazy(async () => {
    const [{ Gallery: view }] = await Promise.all([loadGallery(), texts]);
    return { default: view };
  });
  const page = document.getElementById('page');
  if (page === null) throw new Error('index.html has no element with the id "page".');
  createRoot(page).render(
    <StrictMode>
      <WorkspaceContext value={workspace}>
        <ErrorBoundary>
          <Suspense>
            {run === null ? (
              <Gallery />
            ) : embed === null ? (
              <App home={shop} run={run} />
            ) : (
              <EmbedPage options={embed.options} run={run} />
            )}
          </Suspense>
        </ErrorBoundary>
      </WorkspaceContext>
    </StrictMode>,
  );
}

void open();
