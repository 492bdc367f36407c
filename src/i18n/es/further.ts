import { embed } from './embed';
import { linkNotices } from './link-notices';
import { parts } from './parts';
import { storyline } from './storyline';

/** Los textos de lo que la primera imagen no enseña: una parte elegida, una historia, la página dentro de otra. */
export const further = { ...embed, ...linkNotices, ...parts, ...storyline };
