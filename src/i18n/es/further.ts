import { embed } from './embed';
import { parts } from './parts';
import { storyline } from './storyline';

/** Los textos de lo que la primera imagen no enseña: una parte elegida, una historia, la página dentro de otra. */
export const further = { ...embed, ...parts, ...storyline };
