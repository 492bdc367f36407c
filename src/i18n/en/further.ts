import { embed } from './embed';
import { linkNotices } from './link-notices';
import { parts } from './parts';
import { storyline } from './storyline';

/** The texts of what the first picture does not show: a selected part, a story, the page within another one. */
export const further = { ...embed, ...linkNotices, ...parts, ...storyline };
