import { app } from './app';
import { canvas } from './canvas';
import { comparison } from './comparison';
import { controls } from './controls';
import { embed } from './embed';
import { inspector } from './inspector';
import { notices } from './notices';
import { storyline } from './storyline';
import { timeline } from './timeline';

/** Every Spanish text of the page. Their keys and placeholders are those of all languages. */
export const page = {
  ...app,
  ...canvas,
  ...comparison,
  ...controls,
  ...embed,
  ...inspector,
  ...notices,
  ...storyline,
  ...timeline,
};
