import { InlineSelect } from '../design/inline-select';
import { storyById } from '../stories/stories';
import { storyHeads } from '../stories/story-heads';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import './story-choice.css';

/** Which story is told, or none. */
export function StoryChoice() {
  const { t, nameOf } = useText();
  const story = useWorkspace((state) => storyById(state.storyId));
  const openStory = useWorkspace((state) => state.openStory);
  const closeStory = useWorkspace((state) => state.closeStory);
  return (
    <span className="story-choice">
      <InlineSelect
        label={t('app.story')}
        text={story === null ? t('app.story.none') : nameOf(story.name)}
        value={story?.id ?? ''}
        onChange={(id) => (id === '' ? closeStory() : openStory(id))}
      >
        <option value="">{t('app.story.none')}</option>
        <optgroup label={t('app.story.list')}>
          {storyHeads.map(({ id, name }) => (
            <option key={id} value={id}>
              {nameOf(name)}
            </option>
          ))}
        </optgroup>
      </InlineSelect>
    </span>
  );
}
