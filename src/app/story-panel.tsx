import type { AnalysisSubject } from '../comparison/analysis-subject';
import { later } from '../design/later';
import { loadFurtherTexts } from '../i18n/catalogue';
import { storyById } from '../stories/stories';
import { storyHeads } from '../stories/story-heads';
import type { StorylineProps } from '../storyline/storyline';
import { useWorkspace } from '../workspace/use-workspace';
import type { RunControl } from './run-control';
import type { Layout } from './use-layout';

// A page without a story does without it.
const Storyline = later(async () => {
  const [{ Storyline: view }] = await Promise.all([
    import('../storyline/storyline'),
    loadFurtherTexts(),
  ]);
  return view;
});

// Only its end needs it.
const StoryCertainty = later(
  async () => (await import('../comparison/story-certainty')).StoryCertainty,
);

export interface StoryPanelProps {
  subject: AnalysisSubject;
  run: RunControl;
  layout: Layout;
}

const storyLayouts: Readonly<Record<Layout, StorylineProps['layout']>> = {
  wide: 'column',
  medium: 'strip',
  narrow: 'compact',
};

/** The open story, if there is one. */
export function StoryPanel({ subject, run, layout }: StoryPanelProps) {
  const story = useWorkspace((state) => storyById(state.storyId));
  const step = useWorkspace((state) => state.storyStep);
  const setStep = useWorkspace((state) => state.setStoryStep);
  const openStory = useWorkspace((state) => state.openStory);
  const closeStory = useWorkspace((state) => state.closeStory);
  if (story === null) return null;
  return (
    <Storyline
      key={story.id}
      stories={storyHeads}
      story={story}
      stepIndex={Math.min(step, story.steps.length - 1)}
      document={subject.document}
      playback={run.playback}
      layout={storyLayouts[layout]}
      certainty={<StoryCertainty subject={subject} playback={run.playback} />}
      onStep={setStep}
      onSkip={run.seek}
      onOpenStory={openStory}
      onLeave={closeStory}
    />
  );
}
