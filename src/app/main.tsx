import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { shop } from '../architecture/shop';
import '../design/tokens.css';
import '../design/fonts.css';
import '../design/base.css';
import { readEmbedOptions } from '../embed/embed-options';
import { loadCatalogue } from '../i18n/catalogue';
import { createPlayback } from '../playback/playback';
import { stories } from '../stories/stories';
import { readAddress } from '../workspace/address';
import { browserSettings, noSettings } from '../workspace/stored-settings';
import { WorkspaceContext } from '../workspace/use-workspace';
import { createWorkspace, runnableDeploymentIds } from '../workspace/workspace';
import { followAddress } from './address-sync';
import { ErrorBoundary } from './error-boundary';
import { followPageAttributes } from './page-attributes';
import { connectRun } from './run-control';
import { withKnownStep } from './story-step';

// The page and the embed each load what they need of it, and not the other's.
const App = lazy(async () => {
  const [{ App: view }] = await Promise.all([import('./app'), texts]);
  return { default: view };
});
const EmbedPage = lazy(async () => {
  const [{ EmbedPage: view }] = await Promise.all([import('./embed-page'), texts]);
  return { default: view };
});

const { search } = window.location;
const read = readAddress(search, {
  moduleIds: shop.modules.map(({ id }) => id),
  deploymentIds: runnableDeploymentIds(shop),
  storyIds: stories.map(({ id }) => id),
});
const { address, notices } = withKnownStep(read.address);
const embed = address.isEmbed ? readEmbedOptions(search) : null;
const workspace = createWorkspace({
  document: shop,
  address,
  notices: [...read.notices, ...notices, ...(embed?.notices ?? [])],
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
if (embed === null) followAddress(workspace, shop);
const run = connectRun(workspace, createPlayback());
if (embed?.options.isAutoplay === false) run.playback.pause();

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no element with the id "page".');
createRoot(page).render(
  <StrictMode>
    <WorkspaceContext value={workspace}>
      <ErrorBoundary>
        <Suspense>
          {embed === null ? (
            <App home={shop} run={run} />
          ) : (
            <EmbedPage options={embed.options} run={run} />
          )}
        </Suspense>
      </ErrorBoundary>
    </WorkspaceContext>
  </StrictMode>,
);
