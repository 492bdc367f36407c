import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { shop } from '../architecture/shop';
import '../design/tokens.css';
import '../design/fonts.css';
import '../design/base.css';
import { createPlayback } from '../playback/playback';
import { stories } from '../stories/stories';
import { readAddress } from '../workspace/address';
import { browserSettings } from '../workspace/stored-settings';
import { WorkspaceContext } from '../workspace/use-workspace';
import { createWorkspace, runnableDeploymentIds } from '../workspace/workspace';
import { followAddress } from './address-sync';
import { App } from './app';
import { ErrorBoundary } from './error-boundary';
import { followPageAttributes } from './page-attributes';
import { connectRun } from './run-control';

const { address, notices } = readAddress(window.location.search, {
  moduleIds: shop.modules.map(({ id }) => id),
  deploymentIds: runnableDeploymentIds(shop),
  storyIds: stories.map(({ id }) => id),
});
const workspace = createWorkspace({
  document: shop,
  address,
  notices,
  settings: browserSettings,
  browserLanguages: navigator.languages,
});
followPageAttributes(workspace);
followAddress(workspace);
const run = connectRun(workspace, createPlayback());

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no element with the id "page".');
createRoot(page).render(
  <StrictMode>
    <WorkspaceContext value={workspace}>
      <ErrorBoundary>
        <App home={shop} run={run} />
      </ErrorBoundary>
    </WorkspaceContext>
  </StrictMode>,
);
