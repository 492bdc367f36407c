import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import type { Playback } from '../playback/playback';
import { storyById } from '../stories/stories';
import type { FaultPeriod } from '../workspace/fault-periods';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { StateCaption, StoryCaption } from './caption';
import { EmbedNotices } from './embed-notices';
import type { EmbedOptions } from './embed-options';
import { EmbedPane } from './embed-pane';
import { EmbedClock, PlayButton, SpeedButton } from './embed-transport';
import { ExploreLink } from './explore-link';
import { FaultChips } from './fault-chips';
import { MiniChart } from './mini-chart';
import { StoryMoves } from './story-moves';
import { useIsNarrow } from './use-is-narrow';
import { useOnScreen } from './use-on-screen';
import { ViewChoice } from './view-choice';
import './embed.css';

/** What the embed steers of the run. */
export interface EmbedRun {
  readonly playback: Playback;
  toggle(): void;
  restart(): void;
  seek(timeMs: number): void;
}

export interface EmbedProps {
  options: EmbedOptions;
  /** What runs, the story's timeline included. */
  document: ArchitectureDocument;
  deployments: readonly [Deployment, Deployment];
  run: EmbedRun;
  /** Every fault of the run. */
  periods: readonly FaultPeriod[];
  /** Those that hold right now. */
  active: readonly FaultPeriod[];
}

/** The page reduced to a figure in somebody else's: to watch, to step through and to break, not to edit. */
export function Embed(props: EmbedProps) {
  const { options, document, deployments, run, active } = props;
  const { t, nameOf } = useText();
  const { playback } = run;
  const isNarrow = useIsNarrow();
  const view = useWorkspace((state) => state.view);
  const setView = useWorkspace((state) => state.setView);
  const story = useWorkspace((state) => storyById(state.storyId));
  const step = useWorkspace((state) => state.storyStep);
  useOnScreen(playback);
  const stepIndex = story === null ? 0 : Math.min(step, story.steps.length - 1);
  const shownView = isNarrow && view === 'both' ? deployments[0].id : view;
  const shown = deployments.filter(({ id }) => shownView === 'both' || id === shownView);
  const hasChoice = options.hasControls && deployments[0] !== deployments[1];
  return (
    <main className="embed">
      <header className="embed-head">
        <h1>
          <span className="embed-title-long">
            {story === null
              ? t('embed.title', { document: nameOf(document.name) })
              : nameOf(story.question)}
          </span>
          <span className="embed-title-short">{nameOf(story?.name ?? document.name)}</span>
        </h1>
        {hasChoice && (
          <ViewChoice
            document={document}
            deployments={deployments}
            feed={playback.feed}
            view={shownView}
            isNarrow={isNarrow}
            onChange={setView}
          />
        )}
      </header>
      <EmbedNotices />
      <div className="embed-panes">
        {shown.map((deployment) => (
          <EmbedPane
            key={deployment.id}
            document={document}
            deployment={deployment}
            feed={playback.feed}
            faults={active}
            emphasis={story?.steps[stepIndex]?.emphasis ?? null}
            place={deployments.indexOf(deployment) + 1}
            hasHead={!isNarrow || !hasChoice}
          />
        ))}
      </div>
      {story === null ? (
        <StateCaption
          document={document}
          deployments={deployments}
          playback={playback}
          faults={active}
        />
      ) : (
        <StoryCaption story={story} stepIndex={stepIndex} document={document} playback={playback} />
      )}
      <EmbedFoot {...props} stepIndex={stepIndex} />
    </main>
  );
}

/** Transport, chart, and what can be done. */
function EmbedFoot(props: EmbedProps & { stepIndex: number }) {
  const { options, document, run, periods, stepIndex } = props;
  const { t } = useText();
  const { playback } = run;
  const story = useWorkspace((state) => storyById(state.storyId));
  const setStep = useWorkspace((state) => state.setStoryStep);
  const deploymentIds = useWorkspace((state) => state.paneDeploymentIds);
  const { hasControls, isAutoplay } = options;
  return (
    <footer className="embed-foot">
      {(hasControls || !isAutoplay) && <PlayButton playback={playback} onToggle={run.toggle} />}
      <MiniChart playback={playback} deploymentIds={deploymentIds} periods={periods} />
      <div className="embed-bar">
        <EmbedClock playback={playback} />
        {hasControls && (
          <IconButton
            className="embed-restart"
            label={t('timeline.restart')}
            icon={<Icon name="restart" />}
            onClick={run.restart}
          />
        )}
        {hasControls && <SpeedButton playback={playback} />}
        {hasControls &&
          (story === null ? (
            <FaultChips document={document} />
          ) : (
            <StoryMoves
              story={story}
              stepIndex={stepIndex}
              playback={playback}
              onStep={setStep}
              onSkip={run.seek}
            />
          ))}
        <ExploreLink />
      </div>
    </footer>
  );
}
