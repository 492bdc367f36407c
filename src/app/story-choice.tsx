import { Icon } from '../design/icon';
import { stories } from '../stories/stories';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import './story-choice.css';

/** Which story is told, or none: a native list, which opens well on every device. */
export function StoryChoice() {
  const { t, nameOf } = useText();
  const storyId = useWorkspace((state) => state.storyId);
  const openStory = useWorkspace((state) => state.openStory);
  const closeStory = useWorkspace((state) => state.closeStory);
  return (
    <span className="story-choice">
      <select
        aria-label={t('app.story')}
        value={storyId ?? ''}
        onChange={({ target: { value } }) => (value === '' ? closeStory() : openStory(value))}
      >
        <option value="">{t('app.story.none')}</option>
        <optgroup label={t('app.story.list')}>
          {stories.map(({ id, name }) => (
            <option key={id} value={id}>
              {nameOf(name)}
            </option>
          ))}
        </optgroup>
      </select>
      <Icon name="chevron" size={14} />
    </span>
  );
}
