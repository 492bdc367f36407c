import { lazy, Suspense, useMemo } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { loadFurtherTexts } from '../i18n/catalogue';
import { storyById } from '../stories/stories';
import { storyHeads } from '../stories/story-heads';
import type { StorylineProps } from '../storyline/storyline';
import { useWorkspace } from '../workspace/use-workspace';
import type { RunControl } from './run-control';
import type { Layout } from './use-layout';

// A page without a story does without it.
const Storyline = lazy(async () => {
  const [{ Storyline: view }] = await Promise.all([
    import('../storyline/storyline'),
    loadFurtherTexts(),
  ]);
  return { default: view };
});

// Only its end needs it.
const StoryCertainty = lazy(async () => ({
  default: (await import('../comparison/story-certainty')).StoryCertainty,
}));

export interface StoryPanelProps {
  /** The document with the story's timeline. */
  document: ArchitectureDocument;
  deployments: readonly Deployment[];
  durationMs: number | null;
  run: RunControl;
  layout: Layout;
}

const storyLayouts: Readonly<Record<Layout, StorylineProps['layout']>> = {
  wide: 'column',
  medium: 'strip',
  narrow: 'compact',
};

/** The open story, if there is one. */
export function StoryPanel({ document, deployments, durationMs, run, layout }: StoryPanelProps) {
  const story = useWorkspace((state) => storyById(state.storyId));
  const step = useWorkspace((state) => state.storyStep);
  const setStep = useWorkspace((state) => state.setStoryStep);
  const openStory = useWorkspace((state) => state.openStory);
  const closeStory = useWorkspace((state) => state.closeStory);
  const opened = useWorkspace((state) => state.document);
  const commands = useWorkspace((state) => state.script);
  const seed = useWorkspace((state) => state.seed);
  const subject = useMemo(
    () => ({ document, opened, deployments, commands, seed, durationMs }),
    [document, opened, deployments, commands, seed, durationMs],
  );
  if (story === null) return null;
  return (
    <Suspense>
      <Storyline
        key={story.id}
        stories={storyHeads}
        story={story}
        stepIndex={Math.min(step, story.steps.length - 1)}
        document={document}
        playback={run.playback}
        layout={storyLayouts[layout]}
        certainty={
          <Suspense>
            <StoryCertainty subject={subject} playback={run.playback} />
          </Suspense>
        }
        onStep={setStep}
        onSkip={run.seek}
        onOpenStory={openStory}
        onLeave={closeStory}
      />
    </Suspense>
  );
}
