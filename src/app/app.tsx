import { useCallback } from 'react';
import type { ArchitectureDocument } from '../architecture/document';
import { JourneyTable } from '../comparison/journey-table';
import { Button, IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { later } from '../design/later';
import { Panel } from '../design/panel';
import { loadFurtherTexts } from '../i18n/catalogue';
import { Inspector } from '../inspector/inspector';
import { Timeline } from '../timeline/timeline';
import { openAnalysis, useSpread } from '../workspace/analysis';
import { lookInto } from '../workspace/request-wish';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { Analysis } from './analysis';
import { BranchesButton } from './branches/branches-button';
import { useGhosts } from './branches/use-ghosts';
import { useCommandRequest } from './commands/use-command-request';
import { Header } from './header';
import { Notices } from './notices';
import { Pane } from './pane';
import { PaneTabs } from './pane-tabs';
import { RequestView } from './request-view';
import type { RunControl } from './run-control';
import { RunFailure } from './run-failure';
import { StoryPanel } from './story-panel';
import { useAnalysisSubject } from './use-analysis-subject';
import { useFaults } from './use-faults';
import { useLayout } from './use-layout';
import { useLossNotice } from './use-loss-notice';
import { useShortcuts } from './use-shortcuts';
import './app.css';

// Who has asked how sure something is, and has changed it since.
const SpreadNote = later(async () => (await import('../comparison/spread-note')).SpreadNote);

const CommandSurface = later(async () => {
  const [{ CommandSurface: view }] = await Promise.all([
    import('./commands/command-surface'),
    loadFurtherTexts(),
  ]);
  return view;
});

export interface AppProps {
  /** The document that the page opens with. */
  home: ArchitectureDocument;
  run: RunControl;
}

/** The whole page: it knows all the rooms and puts them side by side. */
export function App({ home, run }: AppProps) {
  const { t } = useText();
  const subject = useAnalysisSubject();
  const { document, deployments, script, seed } = subject;
  const storyId = useWorkspace((state) => state.storyId);
  const view = useWorkspace((state) => state.view);
  const setView = useWorkspace((state) => state.setView);
  const selection = useWorkspace((state) => state.selection);
  const select = useWorkspace((state) => state.select);
  const layout = useLayout(storyId !== null);
  const { periods, active } = useFaults(document, run);
  const { feed } = run.playback;
  const { spread, hasOther } = useSpread(subject);
  const ghosts = useGhosts();

  const letGo = useCallback(() => select(null), [select]);
  useShortcuts({ run, onEscape: letGo });
  useLossNotice(run.playback);

  const command = useCommandRequest();
  const shownId = view === 'both' ? deployments[0].id : view;
  const isOnlyOne = view !== 'both' || layout === 'narrow';
  const shown = isOnlyOne ? deployments.filter(({ id }) => id === shownId) : deployments;
  const isAboutRight = shown.length > 1 && selection?.deploymentId === shown[1]?.id;
  return (
    <div className={`app app-${layout} ${storyId === null ? '' : `app-${layout}-story`}`}>
      <Header home={home} />
      <Notices />
      <main className="app-main">
        <StoryPanel subject={subject} run={run} layout={layout} />
        {layout === 'narrow' && (
          <PaneTabs deployments={deployments} shownId={shownId} feed={feed} onShow={setView} />
        )}
        <div className="app-panes">
          {shown.map((deployment) => (
            <Pane
              key={deployment.id}
              document={document}
              deployment={deployment}
              feed={feed}
              visitsAt={run.playback.visitsAt}
              faults={active}
              onMenu={command.openMenu}
            />
          ))}
        </div>
        {(layout === 'wide' || selection !== null) && (
          // What is selected next is read from its top.
          <Panel
            key={
              selection === null
                ? ''
                : `${selection.deploymentId} ${selection.kind} ${selection.id}`
            }
            label={t('inspector.label')}
            className={`app-inspector ${isAboutRight ? 'app-inspector-left' : ''}`}
          >
            {selection !== null && (
              <IconButton
                className="app-inspector-close"
                label={t('app.close')}
                icon={<Icon name="close" />}
                onClick={letGo}
              />
            )}
            <Inspector
              feed={feed}
              visitsAt={run.playback.visitsAt}
              deploymentIds={deployments.map(({ id }) => id)}
              faults={active}
              onMenu={command.openMenu}
            />
          </Panel>
        )}
        <Timeline
          playback={run.playback}
          document={document}
          deployments={deployments}
          seed={seed}
          periods={periods}
          spread={spread}
          ghosts={ghosts}
          onToggle={run.toggle}
          onRestart={run.restart}
          onSeek={run.seek}
        />
        <Panel label={t('comparison.title')} className="app-journeys">
          <JourneyTable
            document={document}
            deployments={deployments}
            feed={feed}
            onSelect={(id) => select({ deploymentId: deployments[0].id, kind: 'journey', id })}
          />
          <div className="app-journeys-more">
            <Button
              variant="quiet"
              onClick={() => lookInto({ kind: 'slow', deploymentId: deployments[0].id })}
            >
              {t('app.request')}
            </Button>
            {hasOther ? (
              <SpreadNote />
            ) : (
              <Button variant="quiet" data-asks onClick={() => openAnalysis('certainty')}>
                {t('app.analyse.certainty')}
              </Button>
            )}
            <BranchesButton run={run} />
          </div>
        </Panel>
      </main>
      <Analysis playback={run.playback} subject={subject} />
      <RequestView
        document={document}
        deployments={deployments}
        script={script}
        seed={seed}
        run={run}
      />
      {command.request !== null && (
        <CommandSurface
          request={command.request}
          onRequest={command.setRequest}
          onClose={command.close}
          run={run}
          onSeek={run.seek}
        />
      )}
      <RunFailure playback={run.playback} onRestart={run.restart} />
    </div>
  );
}
