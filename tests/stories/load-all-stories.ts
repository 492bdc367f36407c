/** Runs before each file of tests: the page loads a story when it is opened, a test has them all. */

import { loadStory } from '../../src/stories/stories';
import { storyHeads } from '../../src/stories/story-heads';

await Promise.all(storyHeads.map(({ id }) => loadStory(id)));
